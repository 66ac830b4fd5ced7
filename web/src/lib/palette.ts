/** Okabe–Ito: eight colours that people with colour-blindness tell apart. */
export const palette = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442', '#000000'];
