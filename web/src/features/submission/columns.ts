import type { Section } from './sections';

/** What a cell holds: a code of the rule pack, a code of the contract, a number, or words. */
export type Column = {
  member: string;
  kind: 'fuel' | 'product' | 'limit' | 'code' | 'number' | 'heat' | 'text' | 'evidence';
  codes?: readonly string[];
  /** What the line is about: chosen when it is added, then the head of its row. */
  head?: true;
  /** Rarely needed; shown on request or once it holds something. */
  extra?: true;
};

const quality: Column = { member: 'quality', kind: 'code', codes: ['measured', 'calculated', 'default', 'estimated'], extra: true };
const note: Column = { member: 'note', kind: 'text', extra: true };
const evidence: Column = { member: 'evidence', kind: 'evidence', extra: true };
const measured: Column[] = [{ member: 'heatValue', kind: 'number', extra: true }, { member: 'factor', kind: 'number', extra: true }];
const direction: Column = { member: 'direction', kind: 'code', codes: ['in', 'out'], head: true };
const fuel: Column = { member: 'fuel', kind: 'fuel', head: true };
const quantity: Column = { member: 'quantity', kind: 'number' };

/** What a line may carry besides its numbers. */
export const aside: Column[] = [quality, note, evidence];

/** A conversion's inputs and outputs. */
export const flowColumns: Column[] = [fuel, quantity, ...measured];

/** The columns of every section that is one table. */
export const columns: Record<Exclude<Section, 'conversions' | 'indicators'>, Column[]> = {
  fuels: [fuel, { member: 'use', kind: 'code', codes: ['terminal', 'power', 'heat', 'rawMaterial'] }, quantity, ...measured, ...aside],
  electricity: [direction, { member: 'kind', kind: 'code', codes: ['grid', 'direct', 'own', 'greenTrade', 'certificate', 'nonFossilMarket'], head: true }, { member: 'mwh', kind: 'number' }, ...aside],
  thermalGeneration: [{ member: 'source', kind: 'code', codes: ['fossil', 'recovered', 'waste', 'biomass'], head: true }, { member: 'mwh', kind: 'number' }, ...aside],
  heat: [direction, { member: 'source', kind: 'code', codes: ['fossil', 'nonFossil'], head: true }, { member: 'gj', kind: 'heat' }, { member: 'factor', kind: 'number', extra: true }, ...aside],
  products: [{ member: 'product', kind: 'product', head: true }, quantity, { member: 'factor', kind: 'number', extra: true }, { member: 'basis', kind: 'text', extra: true }, { member: 'name', kind: 'text', extra: true }, ...aside],
  bunkers: [fuel, quantity, ...measured, ...aside],
};

/** Lists of what surrounds the year. */
export const contextColumns: Record<'stocks' | 'directLines' | 'removals' | 'enterprises', Column[]> = {
  stocks: [fuel, ...['opening', 'purchased', 'produced', 'sold', 'closing'].map((member): Column => ({ member, kind: 'number' })), note],
  directLines: [...['availableMwh', 'deliveredMwh', 'userConsumptionMwh'].map((member): Column => ({ member, kind: 'number' })), note, evidence],
  removals: [{ member: 'kind', kind: 'text' }, { member: 't', kind: 'number' }, { member: 'registry', kind: 'text' }, { member: 'serials', kind: 'text' }, evidence],
  enterprises: [{ member: 'id', kind: 'text' }, { member: 'tce', kind: 'number' }, { member: 'co2', kind: 'number' }, { member: 'baseYearCo2', kind: 'number' }],
};

export const conversionKinds = ['coking', 'ironmaking', 'steelmaking', 'gasMaking', 'refining', 'coalToOil', 'coalWashing', 'coalProducts', 'gasLiquefaction'] as const;

export const unitProductColumns: Column[] = [{ member: 'limit', kind: 'limit', head: true }, { member: 'value', kind: 'number' }, { member: 'name', kind: 'text', extra: true }, { member: 'level2', kind: 'number', extra: true }, { member: 'standard', kind: 'text', extra: true }, ...aside];

export const notApplicableColumns: Column[] = [{ member: 'indicator', kind: 'code', codes: ['cleanEnergy', 'unitProducts', 'solidWaste', 'wasteEnergy', 'water'], head: true }, { member: 'reason', kind: 'text' }];

/** Single values of the guiding indicators, by where they lie, with the unit they are asked for in. */
export const indicatorValues: { group: string; members: string[]; unit: string }[] = [
  { group: 'solidWaste', members: ['generated', 'oldStockUtilised', 'utilised'], unit: 't' },
  { group: 'wasteEnergy/heat', members: ['recoverable', 'recovered'], unit: 'tce' },
  { group: 'wasteEnergy/cold', members: ['recoverable', 'recovered'], unit: 'tce' },
  { group: 'wasteEnergy/pressure', members: ['recoverable', 'recovered'], unit: 'tce' },
  { group: 'water', members: ['fresh', 'reused'], unit: 'm³' },
];

/** Single values of what surrounds the year. */
export const meterValues: { group: string; values: { pointer: string; unit?: string }[] }[] = [
  { group: 'boundary', values: [{ pointer: '/context/meters/gridIn', unit: 'MWh' }, { pointer: '/context/meters/gridOut', unit: 'MWh' }] },
  { group: 'storage', values: [{ pointer: '/context/meters/storageIn', unit: 'MWh' }, { pointer: '/context/meters/storageOut', unit: 'MWh' }] },
  { group: 'background', values: [{ pointer: '/context/valueAdded', unit: 'wanYuan' }, { pointer: '/context/boundaryVersion' }, { pointer: '/context/baseYear' }] },
];
