import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { InTurn } from './InTurn';

const seen = () => screen.queryAllByRole('heading').map((heading) => heading.textContent);

test('the first part is there at once, the others follow in their order, and nothing that is not shown takes a turn', async () => {
  render(<InTurn><h2>first</h2>{false}<h2>second</h2>{undefined}<h2>third</h2></InTurn>);
  expect(seen()).toEqual(['first']);
  expect(await screen.findByText('third')).toBeInTheDocument();
  expect(seen()).toEqual(['first', 'second', 'third']);
});

test('a part that comes later stands where it belongs', async () => {
  const page = render(<InTurn><h2>first</h2>{false}<h2>third</h2></InTurn>);
  await screen.findByText('third');
  page.rerender(<InTurn><h2>first</h2><h2>second</h2><h2>third</h2></InTurn>);
  await screen.findByText('third');
  expect(seen()).toEqual(['first', 'second', 'third']);
});
