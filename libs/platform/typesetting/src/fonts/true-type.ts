/** A glyph made of others, in the units of the font. */
export interface Composite {
  readonly parts: readonly CompositePart[];
  readonly width: number;
}

export interface CompositePart {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** What a glyph covers, and what whoever draws it must make room for. */
interface Outline {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
  readonly points: number;
  readonly contours: number;
  /** Of how many levels of composites it is made. */
  readonly depth: number;
}

/** The tables by which a reader draws; the names of the font and of its glyphs are not among them. */
const NEEDED = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const;
type Tag = (typeof NEEDED)[number];

/** An embedded TrueType font, to which glyphs are added that are made of those it has (OpenType 1.9, `glyf`). */
export class TrueTypeFont {
  readonly unitsPerEm: number;
  private readonly tables: Map<Tag, Buffer>;
  /** Where each glyph begins in `glyf`, and where the last ends. */
  private readonly places: number[];
  private readonly metrics: { readonly width: number; readonly side: number }[];
  private readonly glyphs: Buffer[];
  private readonly outlines = new Map<number, Outline | undefined>();

  /** @throws Error when a table is missing. */
  constructor(bytes: Buffer) {
    this.tables = readTables(bytes);
    const [head, hhea, hmtx, loca] = [this.table('head'), this.table('hhea'), this.table('hmtx'), this.table('loca')];
    this.unitsPerEm = head.readUInt16BE(HEAD.unitsPerEm);
    const count = this.table('maxp').readUInt16BE(MAXP.glyphs);
    const isLong = head.readInt16BE(HEAD.longPlaces) === 1;
    this.places = Array.from({ length: count + 1 }, (_, glyph) =>
      isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph),
    );
    const measured = hhea.readUInt16BE(HHEA.measured);
    this.metrics = Array.from({ length: count }, (_, glyph) => ({
      width: hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)),
      side: hmtx.readInt16BE(glyph < measured ? 4 * glyph + 2 : 4 * measured + 2 * (glyph - measured)),
    }));
    this.glyphs = [this.table('glyf').subarray(0, this.places.at(-1))];
  }

  /** What all of its glyphs cover. */
  bounds(): number[] {
    return HEAD.bounds.map((place) => this.table('head').readInt16BE(place));
  }

  widthOf(glyph: number): number {
    return this.metrics[glyph]?.width ?? 0;
  }

  /** Answers the number of the new glyph. */
  add({ parts, width }: Composite): number {
    const drawn = parts.flatMap((part) => {
      const outline = this.outlineOf(part.glyph);
      return outline ? [{ ...part, outline }] : [];
    });
    const number = this.metrics.length;
    const left = Math.min(...drawn.map(({ outline, x }) => outline.left + x));
    const bytes = drawn.length === 0 ? Buffer.alloc(0) : this.composite(drawn);
    this.glyphs.push(bytes);
    this.places.push((this.places.at(-1) ?? 0) + bytes.length);
    this.metrics.push({ width, side: drawn.length === 0 ? 0 : left });
    return number;
  }

  write(): Buffer {
    const { metrics, places } = this;
    const isLong = (places.at(-1) ?? 0) > MOST_OF_SHORT_PLACES;
    const loca = Buffer.alloc(places.length * (isLong ? 4 : 2));
    places.forEach((place, glyph) =>
      isLong ? loca.writeUInt32BE(place, 4 * glyph) : loca.writeUInt16BE(place / 2, 2 * glyph),
    );
    const hmtx = Buffer.alloc(4 * metrics.length);
    metrics.forEach(({ width, side }, glyph) => hmtx.writeInt16BE(side, hmtx.writeUInt16BE(width, 4 * glyph)));
    this.table('head').writeInt16BE(isLong ? 1 : 0, HEAD.longPlaces);
    this.table('hhea').writeUInt16BE(metrics.length, HHEA.measured);
    this.table('hhea').writeUInt16BE(Math.max(...metrics.map(({ width }) => width)), HHEA.widest);
    this.table('maxp').writeUInt16BE(metrics.length, MAXP.glyphs);
    return writeTables(this.tables.set('glyf', Buffer.concat(this.glyphs)).set('loca', loca).set('hmtx', hmtx));
  }

  private composite(parts: readonly (CompositePart & { readonly outline: Outline })[]): Buffer {
    const bytes = Buffer.alloc(10 + 8 * parts.length);
    const whole = {
      left: Infinity,
      bottom: Infinity,
      right: -Infinity,
      top: -Infinity,
      points: 0,
      contours: 0,
      depth: 0,
    };
    let at = 10;
    for (const [index, { glyph, x, y, outline }] of parts.entries()) {
      const isLast = index === parts.length - 1;
      at = bytes.writeUInt16BE(PLACED | (index === 0 ? OVERLAPS : 0) | (isLast ? 0 : MORE), at);
      at = bytes.writeInt16BE(y, bytes.writeInt16BE(x, bytes.writeUInt16BE(glyph, at)));
      whole.left = Math.min(whole.left, outline.left + x);
      whole.bottom = Math.min(whole.bottom, outline.bottom + y);
      whole.right = Math.max(whole.right, outline.right + x);
      whole.top = Math.max(whole.top, outline.top + y);
      whole.points += outline.points;
      whole.contours += outline.contours;
      whole.depth = Math.max(whole.depth, outline.depth + 1);
    }
    at = bytes.writeInt16BE(-1);
    for (const bound of [whole.left, whole.bottom, whole.right, whole.top]) at = bytes.writeInt16BE(bound, at);
    this.makeRoom(whole, parts.length);
    return bytes;
  }

  /** The tables say what the dearest glyph costs and how far any reaches. */
  private makeRoom({ left, bottom, right, top, points, contours, depth }: Outline, parts: number): void {
    const [maxp, head] = [this.table('maxp'), this.table('head')];
    const most: readonly (readonly [place: number, value: number])[] = [
      [MAXP.compositePoints, points],
      [MAXP.compositeContours, contours],
      [MAXP.parts, parts],
      [MAXP.depth, depth],
    ];
    for (const [place, value] of most) if (maxp.readUInt16BE(place) < value) maxp.writeUInt16BE(value, place);
    for (const [index, now] of [left, bottom, right, top].entries()) {
      const place = HEAD.bounds[index] ?? 0;
      const before = head.readInt16BE(place);
      if (index < 2 ? now < before : now > before) head.writeInt16BE(now, place);
    }
  }

  /** Undefined for a glyph without ink. */
  private outlineOf(glyph: number): Outline | undefined {
    if (!this.outlines.has(glyph)) this.outlines.set(glyph, this.readOutline(glyph));
    return this.outlines.get(glyph);
  }

  private readOutline(glyph: number): Outline | undefined {
    const [start = 0, end = 0] = this.places.slice(glyph, glyph + 2);
    const bytes = this.table('glyf').subarray(start, end);
    if (bytes.length === 0) return undefined;
    const contours = bytes.readInt16BE(0);
    const [left = 0, bottom = 0, right = 0, top = 0] = [2, 4, 6, 8].map((place) => bytes.readInt16BE(place));
    const bounds = { left, bottom, right, top };
    if (contours >= 0) {
      const points = contours === 0 ? 0 : bytes.readUInt16BE(8 + 2 * contours) + 1;
      return { ...bounds, points, contours, depth: 0 };
    }
    const parts = partsOf(bytes).flatMap((part) => this.outlineOf(part) ?? []);
    return {
      ...bounds,
      points: parts.reduce((sum, part) => sum + part.points, 0),
      contours: parts.reduce((sum, part) => sum + part.contours, 0),
      depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
    };
  }

  private table(tag: Tag): Buffer {
    const table = this.tables.get(tag);
    if (table === undefined) throw new Error(`the font has no table ${tag}`);
    return table;
  }
}

/** The glyphs of which a composite is made. */
function partsOf(bytes: Buffer): number[] {
  const parts: number[] = [];
  for (let at = 10, flags = MORE; (flags & MORE) !== 0;) {
    flags = bytes.readUInt16BE(at);
    parts.push(bytes.readUInt16BE(at + 2));
    const scale = flags & ONE_SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0;
    at += 4 + (flags & WORDS ? 4 : 2) + scale;
  }
  return parts;
}

function readTables(bytes: Buffer): Map<Tag, Buffer> {
  const tables = new Map<Tag, Buffer>();
  for (let entry = DIRECTORY; entry < DIRECTORY + ENTRY * bytes.readUInt16BE(4); entry += ENTRY) {
    const tag = NEEDED.find((each) => each === bytes.toString('latin1', entry, entry + 4));
    const [start, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)];
    if (tag) tables.set(tag, Buffer.from(bytes.subarray(start, start + length)));
  }
  return tables;
}

function writeTables(tables: ReadonlyMap<Tag, Buffer>): Buffer {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const directory = Buffer.alloc(DIRECTORY + ENTRY * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x10000);
  [sorted.length, 16 << power, power, 16 * sorted.length - (16 << power)].forEach((value, index) =>
    directory.writeUInt16BE(value, 4 + 2 * index),
  );
  tables.get('head')?.writeUInt32BE(0, HEAD.checksum);
  const parts = [directory];
  let at = directory.length;
  for (const [index, [tag, table]] of sorted.entries()) {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    const entry = DIRECTORY + ENTRY * index;
    directory.write(tag, entry, 'latin1');
    [checksum(padded), at, table.length].forEach((value, place) =>
      directory.writeUInt32BE(value, entry + 4 + 4 * place),
    );
    parts.push(padded);
    at += padded.length;
  }
  const font = Buffer.concat(parts);
  const head = sorted.findIndex(([tag]) => tag === 'head');
  const headAt = font.readUInt32BE(DIRECTORY + ENTRY * head + 8);
  font.writeUInt32BE((WHOLE_CHECKSUM - checksum(font)) >>> 0, headAt + HEAD.checksum);
  return font;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) | 0;
  return sum >>> 0;
}

const [DIRECTORY, ENTRY] = [12, 16];
/** What the sums over a whole font come to. */
const WHOLE_CHECKSUM = 0xb1b0afba;
/** Of a table `loca` in two bytes. */
const MOST_OF_SHORT_PLACES = 0x1fffe;
/** Where it stands in the tables. */
const HEAD = { checksum: 8, unitsPerEm: 18, bounds: [36, 38, 40, 42], longPlaces: 50 };
const HHEA = { widest: 10, measured: 34 };
const MAXP = { glyphs: 4, compositePoints: 10, compositeContours: 12, parts: 28, depth: 30 };
/** The flags of a part: how its place is written and whether it has a scale, whether another follows, and that its outlines may overlap. */
const [WORDS, ONE_SCALE, MORE, TWO_SCALES, FOUR_SCALES, OVERLAPS] = [0x1, 0x8, 0x20, 0x40, 0x80, 0x400];
/** Its place in words, as an offset. */
const PLACED = WORDS | 0x2;
