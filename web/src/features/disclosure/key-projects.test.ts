import { describe, expect, it } from 'vitest';
import type { TimelineItem } from '../../api/types';
import { checkable, isLate } from './key-projects';

describe('a key project', () => {
  it('is late from the year after its period on', () => {
    expect(isLate({ lateFrom: '2027-01-01' }, 2026)).toBe(false);
    expect(isLate({ lateFrom: '2027-01-01' }, 2027)).toBe(true);
    expect(isLate({ lateFrom: '2027-01-01' }, 2031)).toBe(true);
  });

  it('is never late once it is commissioned or given up', () => {
    expect(isLate({ lateFrom: null }, 2060)).toBe(false);
  });

  it('is held against the log by what its table shows', () => {
    const item: TimelineItem = { eventId: 'e', at: '2026-04-01T00:00:00Z', type: 'registration.key-project-progressed.v1', title: { zh: '进展', en: 'Progress' }, actor: 'park', facts: { project: '1', investedWanYuan: '1' }, logIndex: 7 };
    const report = { eventId: 'e', at: item.at, state: 'suspended', investedWanYuan: '2', asOf: '2026-03-31', note: '停', logIndex: 7 } as const;
    expect(checkable({ number: 1, name: '储能' }, report, [item])?.facts).toEqual({ project: '1', name: '储能', state: 'suspended', investedWanYuan: '2', asOf: '2026-03-31', note: '停' });
    expect(checkable({ number: 1, name: '储能' }, { ...report, note: null }, [item])?.facts).not.toHaveProperty('note');
    expect(checkable({ number: 1, name: '储能' }, report, [])).toBeUndefined();
  });
});
