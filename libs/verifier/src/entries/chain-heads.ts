import { randomBytes } from 'node:crypto';
import type { EventEntry } from './entry';
import { SUBJECT_KINDS } from './event';

/** A record: kind of the subject, UUID, hash of its last event. The sequence stands in a list of its own. */
const UUID_AT = 1;
const HASH_AT = 17;
const RECORD = 49;
const RECORDS_IN_CHUNK = 1 << 14;
const SMALLEST_TABLE = 1 << 10;

type Link = Pick<EventEntry, 'subject' | 'sequence' | 'previous' | 'hash'>;

/**
 * The last event of each subject. A verifier has to run on any machine, and there may be a million subjects: each is a few
 * bytes in a table of one's own (open addressing), and no object in a `Map`.
 */
export class ChainHeads {
  private table = new Uint32Array(SMALLEST_TABLE);
  private readonly chunks: { readonly bytes: Uint8Array; readonly sequences: Uint32Array }[] = [];
  private readonly key = new Uint8Array(HASH_AT);
  private readonly previous = new Uint8Array(RECORD - HASH_AT);
  private count = 0;
  /** So that nobody can choose UUIDs that all fall on one place. */
  private readonly salt = randomBytes(4).readUInt32LE();

  get size(): number {
    return this.count;
  }

  /** Whether the event follows from the last one of its subject; then it is the last one itself. */
  follow({ subject, sequence, previous, hash }: Link): boolean {
    this.readSubject(subject);
    writeHex(previous, 0, this.previous, 0, this.previous.length);
    const place = this.placeOf(this.key, 0);
    const record = this.table[place] ?? 0;
    if (record === 0) {
      if (sequence !== 1 || this.previous.some((byte) => byte !== 0)) return false;
      this.add(place, hash);
      return true;
    }
    const { bytes, sequences, number, at } = this.recordAt(record);
    if (sequences[number] !== sequence - 1 || !isSame(this.previous, 0, bytes, at + HASH_AT, this.previous.length)) {
      return false;
    }
    sequences[number] = sequence;
    writeHex(hash, 0, bytes, at + HASH_AT, at + RECORD);
    return true;
  }

  /** Takes back the last event of its subject; false when that is another one. */
  goBack({ subject, sequence, previous, hash }: Link): boolean {
    this.readSubject(subject);
    const record = this.table[this.placeOf(this.key, 0)] ?? 0;
    if (record === 0) return false;
    const { bytes, sequences, number, at } = this.recordAt(record);
    writeHex(hash, 0, this.previous, 0, this.previous.length);
    if (sequences[number] !== sequence || !isSame(this.previous, 0, bytes, at + HASH_AT, this.previous.length)) {
      return false;
    }
    // Before the first event: as of a subject that is there, and whose next event is the first.
    sequences[number] = sequence - 1;
    writeHex(previous, 0, bytes, at + HASH_AT, at + RECORD);
    return true;
  }

  private readSubject(subject: string): void {
    const space = subject.indexOf(' ');
    this.key[0] = SUBJECT_KINDS.findIndex((kind) => subject.startsWith(kind));
    writeHex(subject, space + 1, this.key, UUID_AT, HASH_AT);
  }

  private add(place: number, hash: string): void {
    this.table[place] = ++this.count;
    const { bytes, sequences, number, at } = this.recordAt(this.count);
    bytes.set(this.key, at);
    sequences[number] = 1;
    writeHex(hash, 0, bytes, at + HASH_AT, at + RECORD);
    if (2 * this.count > this.table.length) this.grow();
  }

  /** Where a subject stands in the table, or where it is to be put. */
  private placeOf(key: Uint8Array, from: number): number {
    const last = this.table.length - 1;
    let place = this.mixed(key, from) & last;
    for (let record = this.table[place] ?? 0; record !== 0; record = this.table[place] ?? 0) {
      const { bytes, at } = this.recordAt(record);
      if (isSame(key, from, bytes, at, HASH_AT)) break;
      place = (place + 1) & last;
    }
    return place;
  }

  private mixed(key: Uint8Array, from: number): number {
    let mixed = this.salt;
    for (let at = from; at < from + HASH_AT; at++) mixed = Math.imul(mixed ^ (key[at] ?? 0), 0x01000193);
    return mixed ^ (mixed >>> 15);
  }

  private grow(): void {
    this.table = new Uint32Array(2 * this.table.length);
    for (let record = 1; record <= this.count; record++) {
      const { bytes, at } = this.recordAt(record);
      this.table[this.placeOf(bytes, at)] = record;
    }
  }

  /** Records are counted from 1: 0 says that a place of the table is free. */
  private recordAt(record: number) {
    const number = (record - 1) % RECORDS_IN_CHUNK;
    const chunk = (this.chunks[Math.floor((record - 1) / RECORDS_IN_CHUNK)] ??= {
      bytes: new Uint8Array(RECORDS_IN_CHUNK * RECORD),
      sequences: new Uint32Array(RECORDS_IN_CHUNK),
    });
    return { bytes: chunk.bytes, sequences: chunk.sequences, number, at: number * RECORD };
  }
}

/** The bytes of hexadecimal digits, between which dashes may stand. */
function writeHex(text: string, from: number, bytes: Uint8Array, at: number, end: number): void {
  for (let place = from; at < end; at++, place += 2) {
    if (text.charCodeAt(place) === DASH) place++;
    bytes[at] = (digit(text.charCodeAt(place)) << 4) | digit(text.charCodeAt(place + 1));
  }
}

const DASH = 45;
const digit = (code: number) => (code < 58 ? code - 48 : code - 87);

function isSame(one: Uint8Array, oneAt: number, other: Uint8Array, otherAt: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (one[oneAt + at] !== other[otherAt + at]) return false;
  return true;
}
