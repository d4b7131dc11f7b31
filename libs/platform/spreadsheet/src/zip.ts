import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** With slashes between folders; Latin letters only. */
  readonly name: string;
  readonly bytes: Buffer;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980: the same entries always make the same bytes. */
const NO_DATE = 0x21;

/** A ZIP archive of these entries (APPNOTE 6.3, without what archives above 4 GiB need). */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const fileName = Buffer.from(name, 'ascii');
    const packed = deflateRawSync(bytes);
    const described = describe({ bytes, packed, nameLength: fileName.length });
    const local = Buffer.concat([unsigned32(LOCAL_HEADER), described, fileName, packed]);
    locals.push(local);
    directory.push(unsigned32(DIRECTORY_HEADER), unsigned16(VERSION), described, placeOf(offset), fileName);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = unsigned16(entries.length);
  const end = [unsigned32(END_OF_DIRECTORY), unsigned16(0), unsigned16(0), count, count];
  return Buffer.concat([...locals, listed, ...end, unsigned32(listed.length), unsigned32(offset), unsigned16(0)]);
}

interface Described {
  readonly bytes: Buffer;
  readonly packed: Buffer;
  readonly nameLength: number;
}

/** What stands alike before the entry and in the directory. */
function describe({ bytes, packed, nameLength }: Described): Buffer {
  const times = [unsigned16(0), unsigned16(NO_DATE)];
  const sizes = [unsigned32(crc32(bytes)), unsigned32(packed.length), unsigned32(bytes.length)];
  return Buffer.concat([
    ...[unsigned16(VERSION), unsigned16(0), unsigned16(DEFLATED), ...times, ...sizes],
    ...[unsigned16(nameLength), unsigned16(0)],
  ]);
}

/** No comment, the first disk, no attributes, and where the entry begins. */
function placeOf(offset: number): Buffer {
  return Buffer.concat([unsigned16(0), unsigned16(0), unsigned16(0), unsigned32(0), unsigned32(offset)]);
}

function unsigned16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function unsigned32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
