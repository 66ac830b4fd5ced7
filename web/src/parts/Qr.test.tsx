import { render, screen } from '@testing-library/react';
import qrcode from 'qrcode-generator';
import { expect, it } from 'vitest';
import Qr from './Qr';

it('draws every dark module of the address where readers look for it, with four modules of white around', () => {
  const address = 'https://registry.example/check.html?event=0193503a-7b1c-7d0e-8f00-0123456789ab&lang=zh';
  render(<Qr address={address} label="QR code" />);
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const drawing = screen.getByRole('img', { name: 'QR code' });
  expect(drawing.getAttribute('viewBox')).toBe(`-4 -4 ${String(count + 8)} ${String(count + 8)}`);
  const drawn = [...(drawing.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x ?? ''} ${y ?? ''}`);
  const dark = Array.from({ length: count * count }, (_, at) => [at % count, Math.floor(at / count)] as const)
    .filter(([x, y]) => code.isDark(y, x)).map(([x, y]) => `${String(x)} ${String(y)}`);
  expect(new Set(drawn)).toEqual(new Set(dark));
});
