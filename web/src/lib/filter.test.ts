import { describe, expect, it } from 'vitest';
import { feedOf, readFilter, writeFilter } from './filter';

const read = (text: string) => readFilter(new URLSearchParams(text));

describe('filter in the address', () => {
  it('is read back as it was written', () => {
    const filter = { province: '440000', stage: 'accepted', scope: 'whole', listed: true, disclosed: true, industry: '综合/其他型', batch: '2025-1', verdict: 'met', by: 'accepted', q: '宝安 & 光明', page: 3 } as const;
    expect(read(writeFilter(filter))).toEqual(filter);
  });

  it('writes nothing that is the default', () => {
    expect(writeFilter({ page: 1 })).toBe('');
    expect(writeFilter({ stage: 'listed', page: 1 })).toBe('?stage=listed');
  });

  it('leaves out what makes no sense', () => {
    expect(read('province=guangdong&stage=done&scope=half&page=0')).toEqual({ page: 1 });
    expect(read('page=1000000000')).toEqual({ page: 1 });
    expect(read('page=abc&industry=none&verdict=best&by=magic')).toEqual({ page: 1 });
  });

  it('is followed by the feed of the same parks, in the reader\'s language', () => {
    expect(feedOf(read('q=绿陵&stage=listed&by=met&page=2'), 'zh-CN')).toBe(`/api/public/v1/feeds/search.atom?q=${encodeURIComponent('绿陵')}&stage=listed`);
    expect(feedOf(read('province=320000'), 'en')).toBe('/api/public/v1/feeds/search.atom?province=320000&language=en');
    expect(feedOf(read('page=2&by=met'), 'en')).toBeUndefined();
    expect(feedOf(read('scope=whole&verdict=met'), 'zh-CN')).toBe('/api/public/v1/feeds/search.atom?scope=whole&verdict=met');
  });

  it('cuts a search of ten thousand characters', () => {
    expect(read(`q=${'字'.repeat(10_000)}`).q).toHaveLength(100);
  });
});
