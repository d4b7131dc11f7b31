export type Range = readonly [first: number, last: number];

/** The character ranges of a TrueType font, from its `cmap`: the full repertoire (format 12), or that of the first plane (format 4). */
export function coveredRanges(font: Buffer): Range[] {
  const cmap = tableOffset(font, 'cmap');
  const tables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    return cmap + font.readUInt32BE(cmap + 8 + 8 * index);
  });
  const ofFormat = (format: number) => tables.find((table) => font.readUInt16BE(table) === format);
  const full = ofFormat(12);
  if (full !== undefined) return groupsOf(font, full);
  const plane = ofFormat(4);
  if (plane !== undefined) return segmentsOf(font, plane);
  throw new Error('the font has no character map that can be read');
}

function groupsOf(font: Buffer, table: number): Range[] {
  return Array.from({ length: font.readUInt32BE(table + 12) }, (_, index) => {
    const group = table + 16 + 12 * index;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** Character by character: a segment may have holes, where its glyph is the missing one. */
function segmentsOf(font: Buffer, table: number): Range[] {
  const bytes = font.readUInt16BE(table + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes].map((at) => table + at);
  const ranges: Range[] = [];
  for (let at = 0; at < bytes; at += 2) {
    const read = (list = 0) => font.readUInt16BE(list + at);
    const offset = read(offsets);
    for (let character = read(starts); character <= read(ends) && character < 0xffff; character++) {
      const place = (offsets ?? 0) + at + offset + 2 * (character - read(starts));
      const listed = offset === 0 ? character : font.readUInt16BE(place);
      const glyph = listed === 0 ? 0 : (listed + read(deltas)) & 0xffff;
      if (glyph !== 0) ranges.push([character, character]);
    }
  }
  return ranges;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no ${tag} table`);
}
