// Where test runners leave their reports.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { state } from './paths.mjs';

export const reports = join(state, 'test-results');

/** No report = the runner died before its end. */
export const read = (report, parse) => existsSync(report) ? parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 0, skipped: [] };
