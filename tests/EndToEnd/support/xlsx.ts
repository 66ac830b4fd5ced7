import { crc32, inflateRawSync } from 'node:zlib';

// An .xlsx is a zip of XML. Enough of both to type into cells as a spreadsheet program would, without one.

type Parts = Map<string, Buffer>;

/** Types texts and numbers into cells of a workbook: sheet → cell → value. A number becomes a number, everything else a text. */
export function typeInto(workbook: Buffer, values: Record<string, Record<string, string>>): Buffer {
  const parts = unzip(workbook);
  for (const [sheet, cells] of Object.entries(values)) {
    const path = pathOf(parts, sheet);
    const xml = Object.entries(cells).reduce((so, [cell, value]) => put(so, cell, value), text(parts, path));
    parts.set(path, Buffer.from(xml));
  }
  return zip(parts);
}

/** The cell of a sheet whose row holds a text that begins so, in another column. */
export function cellBeside(workbook: Buffer, sheet: string, label: string, column: string): string {
  const parts = unzip(workbook);
  const at = text(parts, pathOf(parts, sheet)).split(/<(?:\w+:)?row /).find((row) => row.includes(`>${label}`));
  const row = /\br="(\d+)"/.exec(at ?? '')?.[1];
  if (!row) throw new Error(`The sheet ${sheet} has no row '${label}'.`);
  return column + row;
}

function put(xml: string, cell: string, value: string): string {
  const found = new RegExp(`<((?:\\w+:)?)c r="${cell}"([^>]*?)(?:/>|>.*?</\\1c>)`, 's').exec(xml);
  if (!found) throw new Error(`No cell ${cell}.`);
  const [whole, prefix = '', attributes = ''] = found;
  const rest = attributes.replace(/ t="\w+"/, '');
  const typed = /^-?\d+(\.\d+)?$/.test(value)
    ? `<${prefix}c r="${cell}"${rest}><${prefix}v>${value}</${prefix}v></${prefix}c>`
    : `<${prefix}c r="${cell}"${rest} t="inlineStr"><${prefix}is><${prefix}t>${value}</${prefix}t></${prefix}is></${prefix}c>`;
  return xml.replace(whole, () => typed);
}

/** Where a sheet lies: the workbook names its relation, the relation names the file. */
function pathOf(parts: Parts, sheet: string): string {
  const entry = [...text(parts, 'xl/workbook.xml').matchAll(/<(?:\w+:)?sheet [^>]*>/g)].find(([tag]) => tag.includes(`name="${sheet}"`))?.[0];
  const id = /r:id="([^"]+)"/.exec(entry ?? '')?.[1];
  const relation = [...text(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].find(([tag]) => tag.includes(`Id="${String(id)}"`))?.[0];
  const target = /Target="([^"]+)"/.exec(relation ?? '')?.[1];
  if (!target) throw new Error(`No sheet '${sheet}'.`);
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function text(parts: Parts, path: string): string {
  const part = parts.get(path);
  if (!part) throw new Error(`The workbook has no ${path}.`);
  return part.toString('utf8');
}

/** By the directory at the end, as the format asks. */
function unzip(file: Buffer): Parts {
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts: Parts = new Map();
  for (let n = 0, at = file.readUInt32LE(end + 16); n < file.readUInt16LE(end + 10); n += 1) {
    const [method, size, name, extra, comment, local] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const path = file.toString('utf8', at + 46, at + 46 + name);
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(begin, begin + size);
    parts.set(path, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** Stored without compression: who reads it does not care. */
function zip(parts: Parts): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, name, content);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, name);
    at += 30 + name.length + content.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, listing, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
