import qrcode from 'qrcode-generator';

const quiet = 4;

/** An address as a QR code (level M), drawn as one path; four modules of white around it, as readers want. */
export default function Qr({ address, label }: { address: string; label: string }) {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  const rows = Array.from({ length: count }, (_, row) => Array.from({ length: count }, (_, column) => (code.isDark(row, column) ? `M${String(column)} ${String(row)}h1v1h-1z` : '')).join(''));
  const side = String(count + 2 * quiet);
  return (
    <svg role="img" aria-label={label} viewBox={`-${String(quiet)} -${String(quiet)} ${side} ${side}`} shapeRendering="crispEdges">
      <path d={rows.join('')} fill="#000" />
    </svg>
  );
}
