import { describe, expect, it } from 'vitest';
import { highestNumber, projectsToSend, shown, type Reported } from './key-projects';

const wind = { number: 1, name: '绿电直连', body: '新能源公司', content: '线路', investmentWanYuan: '18000', fromYear: 2025, toYear: 2026, plan: '投产', meaning: '绿电' };
const begun: Reported = { state: 'underConstruction', investedWanYuan: '6000', asOf: '2026-03-31', note: null };

describe('a table of key projects', () => {
  it('is sent trimmed, and an empty field stays away', () => {
    expect(projectsToSend({ projects: [{ number: 2, name: ' 储能 ', body: '', fromYear: '2026', toYear: '' }] })).toEqual({ projects: [{ number: 2, name: '储能', fromYear: 2026 }] });
    expect(projectsToSend({})).toEqual({ projects: [] });
  });

  it('knows the highest number it ever had', () => {
    expect(highestNumber([])).toBe(0);
    expect(highestNumber([{ number: 7 }, { number: 2 }])).toBe(7);
    expect(highestNumber([{ number: 7 }, { number: 2 }], 9)).toBe(9);
  });
});

describe('what the public sees', () => {
  it('is the last report, its share, and from when the project is late', () => {
    expect(shown(wind, [begun])).toMatchObject({ state: 'underConstruction', investedWanYuan: '6000', investedShare: '0.333333', asOf: '2026-03-31', lateFrom: '2027-01-01', commissionedLate: false });
    expect(shown(wind, [])).toMatchObject({ state: null, investedWanYuan: null, investedShare: null, lateFrom: '2027-01-01' });
  });

  it('says that a project was commissioned only after its period, by the report that first said so', () => {
    const done: Reported = { ...begun, state: 'commissioned', asOf: '2027-01-01' };
    expect(shown(wind, [begun, done])).toMatchObject({ lateFrom: null, commissionedLate: true });
    expect(shown(wind, [{ ...done, asOf: '2026-12-31' }, done])).toMatchObject({ commissionedLate: false });
    expect(shown(wind, [{ ...done, asOf: '2026-12-31' }, begun, done])).toMatchObject({ commissionedLate: true });
  });
});
