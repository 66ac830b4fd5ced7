/** Stories are played side by side on the demo's park: each has a year of its own, or takes its turn. The demo itself reports 2025, the form the year after. */
export const yearOf = { evidence: 2020, certificates: 2021, twoAtOnce: 2022, restatement: 2023, workbook: 2024 } as const;
