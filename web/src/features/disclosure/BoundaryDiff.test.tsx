import { render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import type { YearDetail } from '../../api/types';
import { startWords } from '../../i18n';
import common from '../../i18n/en/common.json';
import words from '../../i18n/en/public.json';
import { BoundaryDiff } from './BoundaryDiff';
import { YearBoundary } from './YearBoundary';

const box = (east: number) => ({ type: 'Polygon', coordinates: [[[120.58, 33.36], [east, 33.36], [east, 33.40], [120.58, 33.40], [120.58, 33.36]]] });
const before = { title: 'version 1', words: '东至海堤，西至通榆河', geometry: box(120.64), area: '24.7688' };
const after = { title: 'version 2', words: '东至海堤，西至串场河', geometry: box(120.65), area: '28.8970' };
const cells = (name: RegExp) => within(screen.getByRole('row', { name })).getByRole('cell').textContent;

describe('what changed between two boundaries', () => {
  beforeAll(() => startWords('en', [common, words]));

  it('is drawn, counted in a table and marked in the words', () => {
    render(<BoundaryDiff name="演示园区" before={before} after={after} />);
    expect(screen.getByRole('img', { name: /version 1 and version 2/ })).toBeInTheDocument();
    expect([/Added/, /Left out/, /Unchanged/, /Difference/].map(cells)).toEqual(['4.128km²', '0km²', '24.77km²', '+4.128km²']);
    expect([...document.querySelectorAll('del, ins')].map((mark) => mark.textContent)).toEqual(['西至通榆河', '西至串场河']);
  });

  it('says plainly that one of them has no outline, and compares the words', () => {
    render(<BoundaryDiff name="演示园区" before={{ ...before, geometry: null, area: null }} after={after} />);
    expect(screen.getByText(/version 1 has no outline/)).toBeInTheDocument();
    expect([cells(/Total before/), cells(/Total after/)]).toEqual(['no data', '28.9km²']);
    expect(screen.queryByRole('row', { name: /Added/ })).toBeNull();
  });

  it('gives the two areas alone when an outline crosses itself', () => {
    const crossed = { type: 'Polygon', coordinates: [[[120.58, 33.36], [120.64, 33.40], [120.64, 33.36], [120.58, 33.40], [120.58, 33.36]]] };
    render(<BoundaryDiff name="演示园区" before={before} after={{ ...after, geometry: crossed }} />);
    expect(screen.getByText(/cross themselves/)).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /Added/ })).toBeNull();
    expect(cells(/Total after/)).toBe('28.9km²');
  });
});

describe('the boundary of a year', () => {
  const year = (registered: number | null, stated: number | null) => {
    render(<MemoryRouter><YearBoundary data={{ parkId: 'p', year: 2025, boundary: { registered, stated } } as YearDetail} /></MemoryRouter>);
  };

  it('is the registered one, and the page says plainly when the data name another', () => {
    year(2, 1);
    expect(screen.getByText(/name version 1 of the boundary, but the register has version 2 for 2025/)).toHaveClass('notice');
  });

  it('stands quietly when both agree or the data name none, and is said to be missing when there is none', () => {
    year(2, 2);
    year(2, null);
    expect(screen.getAllByText('Version 2 of the registered boundary applies to 2025.')).toHaveLength(2);
    year(null, null);
    expect(screen.getByText('The register holds no boundary for 2025.')).toBeInTheDocument();
  });
});
