import { randomBytes } from 'node:crypto';
import { SUBJECT_KINDS } from './event';

/** Kind, UUID, sequence, hash. */
const KIND = 0;
const UUID_AT = 1;
const SEQUENCE_AT = 17;
const HASH_AT = 21;
const RECORD = 53;
const RECORDS_IN_CHUNK = 1 << 14;
const SMALLEST_TABLE = 1 << 10;

/** What the last event of a subject was. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The last event of each subject. A million subjects in a `Map` of objects would not fit into the memory that a
 * verifier may take on any machine, so each is 53 bytes in a table of one's own (open addressing).
 */
export class ChainHeads {
  private table = new Uint32Array(SMALLEST_TABLE);
  private readonly chunks: Buffer[] = [];
  private readonly sought = Buffer.alloc(SEQUENCE_AT);
  private count = 0;
  /** So that nobody can choose UUIDs that all fall on one place. */
  private readonly salt = randomBytes(4).readUInt32LE();

  get size(): number {
    return this.count;
  }

  get(subject: string): ChainHead | undefined {
    const record = this.table[this.placeOf(subject)] ?? 0;
    if (record === 0) return undefined;
    const { chunk, at } = this.recordAt(record);
    return {
      sequence: chunk.readUInt32LE(at + SEQUENCE_AT),
      hash: chunk.toString('hex', at + HASH_AT, at + RECORD),
    };
  }

  set(subject: string, { sequence, hash }: ChainHead): void {
    let place = this.placeOf(subject);
    if (this.table[place] === 0) {
      if (2 * (this.count + 1) > this.table.length) {
        this.grow();
        place = this.placeOf(subject);
      }
      this.table[place] = ++this.count;
      const { chunk, at } = this.recordAt(this.count);
      this.sought.copy(chunk, at);
    }
    const { chunk, at } = this.recordAt(this.table[place] ?? 0);
    chunk.writeUInt32LE(sequence, at + SEQUENCE_AT);
    chunk.write(hash, at + HASH_AT, 'hex');
  }

  /** Where the subject stands in the table, or where it would be put. Leaves its bytes in `sought`. */
  private placeOf(subject: string): number {
    const space = subject.indexOf(' ');
    this.sought[KIND] = SUBJECT_KINDS.findIndex((kind) => kind.length === space && subject.startsWith(kind));
    this.sought.write(subject.slice(space + 1).replaceAll('-', ''), UUID_AT, 'hex');
    return this.firstFit(this.sought, 0, (record) => {
      const { chunk, at } = this.recordAt(record);
      return this.sought.compare(chunk, at, at + SEQUENCE_AT) === 0;
    });
  }

  private firstFit(key: Buffer, at: number, isSame: (record: number) => boolean): number {
    const last = this.table.length - 1;
    let place = this.mixed(key, at) & last;
    for (let record = this.table[place] ?? 0; record !== 0 && !isSame(record); record = this.table[place] ?? 0) {
      place = (place + 1) & last;
    }
    return place;
  }

  private mixed(key: Buffer, at: number): number {
    let mixed = this.salt ^ (key[at + KIND] ?? 0);
    for (let word = at + UUID_AT; word < at + SEQUENCE_AT; word += 4) {
      mixed = Math.imul(mixed ^ key.readUInt32LE(word), 0x9e3779b1);
      mixed ^= mixed >>> 15;
    }
    return mixed >>> 0;
  }

  private grow(): void {
    this.table = new Uint32Array(2 * this.table.length);
    for (let record = 1; record <= this.count; record++) {
      const { chunk, at } = this.recordAt(record);
      this.table[this.firstFit(chunk, at, () => false)] = record;
    }
  }

  /** Records are counted from 1: 0 says that a place of the table is free. */
  private recordAt(record: number): { chunk: Buffer; at: number } {
    const number = Math.floor((record - 1) / RECORDS_IN_CHUNK);
    const chunk = (this.chunks[number] ??= Buffer.alloc(RECORDS_IN_CHUNK * RECORD));
    return { chunk, at: ((record - 1) % RECORDS_IN_CHUNK) * RECORD };
  }
}
