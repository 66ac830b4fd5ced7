import { describe, expect, it } from 'vitest';
import { localPath } from './session';

describe('where signing in may continue to', () => {
  it('is a path of this site', () => {
    expect(localPath('/connect/authorize?client_id=web&state=x')).toBe('/connect/authorize?client_id=web&state=x');
    expect(localPath('/desk#top')).toBe('/desk#top');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', null, undefined])('is never %s', (target) => {
    expect(localPath(target)).toBe('/desk');
  });
});
