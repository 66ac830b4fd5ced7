import { fireEvent, render, screen } from '@testing-library/react';
import { Form } from 'antd';
import { expect, test, vi } from 'vitest';
import { Problem } from '../api/problem';
import { Refused } from '../parts/Refused';
import { atField, Choices } from './Field';

vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));

const options = [{ value: 'partial', label: 'A part' }, { value: 'whole', label: 'All of it' }];

test('choices are a group with the name of their label, and the summary of errors leads to it', () => {
  Element.prototype.scrollIntoView = () => undefined;
  render(<Form><Refused problem={new Problem(422, undefined, '', [{ pointer: '/scope', message: 'is missing' }])} /><Choices path={['scope']} label="Scope" options={options} /></Form>);
  const group = screen.getByRole('radiogroup', { name: 'Scope' });
  fireEvent.click(screen.getByRole('link'));
  expect(group).toHaveFocus();
  fireEvent.click(screen.getByRole('radio', { name: 'All of it' }));
  expect(screen.getByRole('radio', { name: 'All of it' })).toBeChecked();
});

test('a refusal about a field is said at the field, any other stays as it is', () => {
  const [late, stale] = [new Problem(409, 'too-late', ''), new Problem(412, 'stale', '')];
  const fields = { 'too-late': '/asOf' };
  expect(atField(late, fields, (key) => key)).toMatchObject({ errors: [{ pointer: '/asOf' }] });
  expect(atField(stale, fields, (key) => key)).toBe(stale);
});
