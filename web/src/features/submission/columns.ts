import type { Section } from './activity';

/** What a cell holds: a code of the rule pack, a code of the contract, a number, or words. */
export type Column = {
  member: string;
  kind: 'fuel' | 'product' | 'limit' | 'code' | 'number' | 'text' | 'evidence';
  codes?: readonly string[];
  /** Rarely needed; shown on request or once it holds something. */
  extra?: boolean;
};

const quality: Column = { member: 'quality', kind: 'code', codes: ['measured', 'calculated', 'default', 'estimated'], extra: true };
const note: Column = { member: 'note', kind: 'text', extra: true };
const evidence: Column = { member: 'evidence', kind: 'evidence', extra: true };
const measured: Column[] = [{ member: 'heatValue', kind: 'number', extra: true }, { member: 'factor', kind: 'number', extra: true }];
const direction: Column = { member: 'direction', kind: 'code', codes: ['in', 'out'] };

/** A conversion's inputs and outputs. */
export const flowColumns: Column[] = [{ member: 'fuel', kind: 'fuel' }, { member: 'quantity', kind: 'number' }, ...measured];

/** The columns of every section that is one table. */
export const columns: Record<Exclude<Section, 'conversions' | 'indicators'>, Column[]> = {
  fuels: [{ member: 'fuel', kind: 'fuel' }, { member: 'use', kind: 'code', codes: ['terminal', 'power', 'heat', 'rawMaterial'] }, { member: 'quantity', kind: 'number' }, ...measured, quality, note, evidence],
  electricity: [direction, { member: 'kind', kind: 'code', codes: ['grid', 'direct', 'own', 'greenTrade', 'certificate', 'nonFossilMarket'] }, { member: 'mwh', kind: 'number' }, quality, note, evidence],
  thermalGeneration: [{ member: 'source', kind: 'code', codes: ['fossil', 'recovered', 'waste', 'biomass'] }, { member: 'mwh', kind: 'number' }, quality, note, evidence],
  heat: [direction, { member: 'source', kind: 'code', codes: ['fossil', 'nonFossil'] }, { member: 'gj', kind: 'number' }, { member: 'factor', kind: 'number', extra: true }, quality, note, evidence],
  products: [{ member: 'product', kind: 'product' }, { member: 'quantity', kind: 'number' }, { member: 'factor', kind: 'number' }, { member: 'basis', kind: 'text' }, { member: 'name', kind: 'text', extra: true }, quality, note, evidence],
  bunkers: [{ member: 'fuel', kind: 'fuel' }, { member: 'quantity', kind: 'number' }, ...measured, quality, note, evidence],
};

export const conversionKinds = ['coking', 'ironmaking', 'steelmaking', 'gasMaking', 'refining', 'coalToOil', 'coalWashing', 'coalProducts', 'gasLiquefaction'] as const;

export const unitProductColumns: Column[] = [{ member: 'limit', kind: 'limit' }, { member: 'value', kind: 'number' }, { member: 'name', kind: 'text', extra: true }, { member: 'level2', kind: 'number', extra: true }, { member: 'standard', kind: 'text', extra: true }];

export const notApplicableColumns: Column[] = [{ member: 'indicator', kind: 'code', codes: ['cleanEnergy', 'unitProducts', 'solidWaste', 'wasteEnergy', 'water'] }, { member: 'reason', kind: 'text' }];

/** Single values of the guiding indicators, by where they lie, with the unit they are asked for in. */
export const indicatorValues: { group: string; members: string[]; unit: string }[] = [
  { group: 'solidWaste', members: ['generated', 'oldStockUtilised', 'utilised'], unit: 't' },
  { group: 'wasteEnergy/heat', members: ['recoverable', 'recovered'], unit: 'tce' },
  { group: 'wasteEnergy/cold', members: ['recoverable', 'recovered'], unit: 'tce' },
  { group: 'wasteEnergy/pressure', members: ['recoverable', 'recovered'], unit: 'tce' },
  { group: 'water', members: ['fresh', 'reused'], unit: 'm³' },
];
