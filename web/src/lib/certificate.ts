/** A green certificate's number: 17 digits or letters of the project, 15 digits. */
const form = /^[0-9A-Z]{17}\d{15}$/;

/** As people type and paste it: wide letters, spaces and hyphens do not matter. */
export const plainNumber = (text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

export const isCertificateNumber = (plain: string) => form.test(plain);
