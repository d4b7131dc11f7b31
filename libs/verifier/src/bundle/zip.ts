import { toText } from '../primitives/bytes';
import { Wrong } from '../primitives/wrong';
import { type Container, isPathInBundle, MOST_FILE_BYTES, MOST_FILES } from './container';
import { inflate } from './inflate';

/**
 * ZIP as a bundle needs it and nothing more: stored or deflated, on one disk, no encryption, no 64-bit sizes, no
 * comment. Whatever could be read in two ways is refused: a name twice, files that lie over each other, a directory
 * that says something else than the file itself.
 */
const END = 0x06054b50;
const END_BYTES = 22;
const LISTED = 0x02014b50;
const LISTED_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
/** Sizes after the data (3) and names in UTF-8 (11); how hard it was compressed (1, 2) changes nothing. */
const ALLOWED_FLAGS = 0b1000_0000_1110;
/** Unpacked, all together. */
const MOST_BYTES = 4 * 1024 * 1024 * 1024;

interface ZippedFile {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
  /** Where its data begins. */
  readonly data: number;
}

export function zipContainer(bytes: Uint8Array): Container {
  const files = listFiles(bytes);
  return {
    paths: new Set(files.keys()),
    read: (path) => Promise.resolve(unpack(bytes, files.get(path) ?? refuse(path))),
  };
}

function listFiles(bytes: Uint8Array): Map<string, ZippedFile> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END || view.getUint32(end + 4, true) !== 0) refuse();
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count !== view.getUint16(end + 8, true) || count >= MOST_FILES || view.getUint16(end + 20, true) !== 0) refuse();
  if (start + view.getUint32(end + 12, true) !== end) refuse();

  const files: ZippedFile[] = [];
  let at = start;
  for (let number = 0; number < count; number++) {
    const { file, next } = readListed(bytes, view, at, end);
    files.push(file);
    at = next;
  }
  if (at !== end) refuse();
  refuseOverlaps(files, start);
  const byPath = new Map(files.filter(({ path }) => !path.endsWith('/')).map((file) => [file.path, file]));
  const unpacked = files.reduce((sum, file) => sum + file.unpacked, 0);
  if (new Set(files.map(({ path }) => path)).size !== files.length || unpacked > MOST_BYTES) refuse();
  return byPath;
}

/** One file as the directory at the end lists it. */
function readListed(bytes: Uint8Array, view: DataView, at: number, end: number): { file: ZippedFile; next: number } {
  if (at + LISTED_BYTES > end || view.getUint32(at, true) !== LISTED) refuse();
  const nameEnd = at + LISTED_BYTES + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const path = next > end ? undefined : toText(bytes.subarray(at + LISTED_BYTES, nameEnd));
  // A folder is listed with a slash at the end, and holds nothing.
  if (path === undefined || !isPathInBundle(path.endsWith('/') ? path.slice(0, -1) : path)) return refuse(path);
  const file = {
    path,
    method: view.getUint16(at + 10, true),
    packed: view.getUint32(at + 20, true),
    unpacked: view.getUint32(at + 24, true),
    at: view.getUint32(at + 42, true),
  };
  if ((view.getUint16(at + 8, true) & ~ALLOWED_FLAGS) !== 0 || view.getUint16(at + 34, true) !== 0) refuse(path);
  if (file.method !== DEFLATED && (file.method !== STORED || file.packed !== file.unpacked)) refuse(path);
  if (file.unpacked > MOST_FILE_BYTES || (path.endsWith('/') && file.unpacked > 0)) refuse(path);
  return { file: { ...file, data: dataOf(bytes, view, file.at, path) }, next };
}

/** Where the data of a file begins; before it stands its name once more. */
function dataOf(bytes: Uint8Array, view: DataView, at: number, path: string): number {
  if (at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL) return refuse(path);
  const nameEnd = at + LOCAL_BYTES + view.getUint16(at + 26, true);
  const name = toText(bytes.subarray(at + LOCAL_BYTES, nameEnd));
  return name === path ? nameEnd + view.getUint16(at + 28, true) : refuse(path);
}

/** Many names for the same bytes are how a small file becomes a large one. */
function refuseOverlaps(files: readonly ZippedFile[], start: number): void {
  let free = 0;
  for (const file of files.toSorted((one, other) => one.at - other.at)) {
    if (file.at < free) refuse(file.path);
    free = file.data + file.packed;
    if (free > start) refuse(file.path);
  }
}

function unpack(bytes: Uint8Array, { path, method, data, packed, unpacked }: ZippedFile): Uint8Array {
  const content = bytes.subarray(data, data + packed);
  if (method === STORED) return content;
  try {
    const found = inflate(content, unpacked);
    return found.length === unpacked ? found : refuse(path);
  } catch {
    return refuse(path);
  }
}

function refuse(path = ''): never {
  throw path === '' ? new Wrong('bundle-unreadable') : new Wrong('file-unexpected', { path });
}
