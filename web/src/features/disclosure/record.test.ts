import { describe, expect, it } from 'vitest';
import { withFigures, type Checkable } from './record';

const disclosed: Checkable = {
  eventId: '0193503a-7b1c-7d0e-8f00-0123456789ab', at: '2026-11-21T09:00:00.123Z', type: 'submission.year-disclosed.v1', title: { zh: '披露年度数据', en: 'Year disclosed' },
  actor: 'park', facts: { version: '1', verifiedCoreTPerTce: '0.186' }, logIndex: 7,
};
const result = (core: string | null) => ({ emissions: { total: '18600' }, energy: { tce: '100000' }, indicators: [{ id: 'core', value: core }] });
const year = (core: string | null) => ({ reported: result(core), verified: result(core) }) as unknown as Parameters<typeof withFigures>[1];

describe('what a year\'s page has compared with the log', () => {
  it('is what it shows, not what it was told beside it', () => {
    expect(withFigures(disclosed, year('0.1')).facts).toMatchObject({ version: '1', verifiedCoreTPerTce: '0.1', verifiedEmissionsT: '18600', reportedEnergyTce: '100000' });
  });

  it('has no figure where there is none', () => {
    expect(withFigures({ ...disclosed, facts: {} }, year(null)).facts).not.toHaveProperty('verifiedCoreTPerTce');
  });

  it('is the event alone where it is no disclosure', () => {
    const signed = { ...disclosed, type: 'verification.statement-signed.v1' };
    expect(withFigures(signed, year('0.1'))).toBe(signed);
  });
});
