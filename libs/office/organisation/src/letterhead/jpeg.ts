/** What stands between two marks of a JPEG, and behind the head of a scan the picture itself. */
interface JpegPart {
  readonly mark: number;
  readonly data: Buffer;
  /** Bytes of the picture. */
  readonly scanned: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly isProgressive: boolean;
  /** How many blocks of each colour make a unit, by the number of the colour. */
  readonly colours: ReadonlyMap<number, number>;
  readonly unit: { readonly width: number; readonly height: number };
}

const [BEGIN, END, SCAN, HUFFMAN, QUANTISATION] = [0xffd8, 0xffd9, 0xffda, 0xffc4, 0xffdb];
/** Any number of these bytes may stand before a mark. */
const FILLED = 0xffff;
/** Coded by Huffman, in one go or progressively; others are rare, and not read everywhere. */
const FRAMES = [0xffc0, 0xffc1, 0xffc2];
const PROGRESSIVE = 0xffc2;
/** A block takes no less: one for its mean, one to say that nothing else follows. */
const LEAST_BITS = 2;

/**
 * The size of a whole JPEG in grey or in three colours: from its first mark to its last each part is as long as it says, the tables are
 * there, and every colour is scanned, at least as long as its blocks need. Null for all else.
 */
export function sizeOfJpeg(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  const parts = partsOfJpeg(bytes);
  const framed = parts?.filter(({ mark }) => isFrame(mark)) ?? [];
  const [head] = framed;
  const frame = head && framed.length === 1 ? frameOf(head) : null;
  if (!parts || !head || !frame) return null;
  const scans = parts.filter(({ mark }) => mark === SCAN);
  const isReady = parts.indexOf(head) < parts.findIndex(({ mark }) => mark === SCAN);
  const hasTables = [QUANTISATION, HUFFMAN].every((wanted) => parts.some(({ mark }) => mark === wanted));
  const areWhole = parts.every(
    ({ mark, data }) =>
      (mark !== QUANTISATION || areQuantisationTables(data)) && (mark !== HUFFMAN || areHuffmanTables(data)),
  );
  const { width, height } = frame;
  return isReady && hasTables && areWhole && areScanned(frame, scans) ? { width, height } : null;
}

const isFrame = (mark: number): boolean => mark >= 0xffc0 && mark <= 0xffcf && mark !== HUFFMAN && mark !== 0xffcc;

function partsOfJpeg(bytes: Buffer): JpegPart[] | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== BEGIN) return null;
  const parts: JpegPart[] = [];
  for (let at = 2; at + 2 <= bytes.length;) {
    const mark = bytes.readUInt16BE(at);
    if (mark === FILLED) {
      at += 1;
      continue;
    }
    if (mark === END) return at + 2 === bytes.length ? parts : null;
    const end = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : bytes.length + 1;
    if (mark < 0xff01 || end < at + 4 || end > bytes.length) return null;
    const next = mark === SCAN ? endOfScan(bytes, end) : end;
    parts.push({ mark, data: bytes.subarray(at + 4, end), scanned: next - end });
    at = next;
  }
  return null;
}

/** Where the next mark stands. Within the picture 0xff is followed by 0, or is a mark from which a reader finds his way again. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  for (; at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const after = bytes[at + 1] ?? 0;
    if (after !== 0 && (after < 0xd0 || after > 0xd7)) return at;
  }
  return bytes.length;
}

function frameOf({ mark, data }: JpegPart): Frame | null {
  const count = data[5];
  if (!FRAMES.includes(mark) || data[0] !== 8 || (count !== 1 && count !== 3) || data.length !== 6 + 3 * count)
    return null;
  const sampled = Array.from({ length: count }, (_, index) => data.subarray(6 + 3 * index, 9 + 3 * index));
  const across = sampled.map(([, factors = 0]) => factors >> 4);
  const down = sampled.map(([, factors = 0]) => factors & 15);
  if ([...across, ...down].some((factor) => factor < 1 || factor > 4)) return null;
  return {
    width: data.readUInt16BE(3),
    height: data.readUInt16BE(1),
    isProgressive: mark === PROGRESSIVE,
    colours: new Map(sampled.map(([name = 0], index) => [name, (across[index] ?? 1) * (down[index] ?? 1)])),
    unit: { width: 8 * Math.max(...across), height: 8 * Math.max(...down) },
  };
}

/** A progressive picture may leave most blocks to later scans, so that of it nothing is known but that there are scans of each colour. */
function areScanned({ width, height, isProgressive, colours, unit }: Frame, scans: readonly JpegPart[]): boolean {
  const seen = new Set<number>();
  for (const { data, scanned } of scans) {
    const count = data[0] ?? 0;
    if (count < 1 || data.length !== 4 + 2 * count || scanned === 0) return false;
    const names = Array.from({ length: count }, (_, index) => data[1 + 2 * index] ?? 0);
    if (names.some((name) => !colours.has(name))) return false;
    for (const name of names) seen.add(name);
    // Grey is scanned block by block, whatever its unit; one colour of three, which is rare, without what only fills a unit up.
    const blocks = count === 1 ? 1 : names.reduce((sum, name) => sum + (colours.get(name) ?? 0), 0);
    const [across, down] = colours.size === 1 ? [8, 8] : [unit.width, unit.height];
    const units = Math.ceil(width / across) * Math.ceil(height / down);
    if (!isProgressive && scanned * 8 < LEAST_BITS * blocks * units) return false;
  }
  return seen.size === colours.size;
}

function areQuantisationTables(data: Buffer): boolean {
  let at = 0;
  while (at < data.length) at += (data[at] ?? 0) >> 4 === 0 ? 65 : 129;
  return at > 0 && at === data.length;
}

function areHuffmanTables(data: Buffer): boolean {
  let at = 0;
  while (at < data.length) at += 17 + data.subarray(at + 1, at + 17).reduce((sum, codes) => sum + codes, 0);
  return at > 0 && at === data.length;
}
