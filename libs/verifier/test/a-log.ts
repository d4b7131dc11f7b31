import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { naiveInclusion } from './naive-tree';

/** Writes logs as the written format says (docs/proof.md), with code of its own. */
export const ORIGIN = 'eoffice.example.in/log';
export const NONE = '0'.repeat(64);

export interface LogKey {
  readonly privateKey: KeyObject;
  readonly vkey: string;
  readonly name: string;
  readonly id: Buffer;
}

export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();

export function makeKey(name = ORIGIN, kind = 1): LogKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const material = Buffer.concat([Buffer.of(kind), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), material])).subarray(0, 4);
  return { privateKey, name, id, vkey: `${name}+${id.toString('hex')}+${material.toString('base64')}` };
}

export const signature = (key: LogKey, text: string) => sign(null, Buffer.from(text), key.privateKey);

export function signatureLine(key: LogKey, bytes: Uint8Array): string {
  return `\u2014 ${key.name} ${Buffer.concat([key.id, bytes]).toString('base64')}\n`;
}

export function checkpointText(size: number, root: Uint8Array, origin = ORIGIN): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

export function signedNote(text: string, ...keys: readonly LogKey[]): string {
  return `${text}\n${keys.map((key) => signatureLine(key, signature(key, text))).join('')}`;
}

export function cosignature(witness: LogKey, text: string, time: number): string {
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(BigInt(time));
  const signed = signature(witness, `cosignature/v1\ntime ${time}\n${text}`);
  return signatureLine(witness, Buffer.concat([stamp, signed]));
}

export const uuid = (number: number) => `019ac8f2-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export interface WrittenEvent {
  readonly id: string;
  readonly subject: string;
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

export function entryText({ id, subject, sequence, previous, hash }: WrittenEvent): string {
  return `patravali entry 1\nevent ${id}\nsubject ${subject}\nsequence ${sequence}\nprevious ${previous}\nhash ${hash}\n`;
}

export function keyEntryText(before: LogKey, after: LogKey, from = '2026-11-28T09:30:00Z'): string {
  const signed = `patravali key 1\nkey ${after.vkey}\nfrom ${from}\n`;
  return `${signed}signature ${signature(before, signed).toString('base64')}\n`;
}

export function lossEntryText(entries: string, reason = 'An older backup.', at = '2026-11-28T09:30:00Z'): string {
  return `patravali loss 1\nentries ${entries}\nat ${at}\nreason ${reason}\n`;
}

/** @param checkpoint the last note that the lost key has signed. */
export function lostKeyEntryText(after: LogKey, checkpoint: string | null, reason = 'The disk.'): string {
  const signed = checkpoint === null ? '-' : Buffer.from(checkpoint).toString('base64');
  return `patravali lost key 1\nkey ${after.vkey}\nfrom 2026-11-28T09:30:00Z\nreason ${reason}\ncheckpoint ${signed}\n`;
}

/** Events of several subjects in turn, each chained to the one before it. */
export function* manyEvents(count: number, subjects: number): Generator<WrittenEvent> {
  const last = new Array<string>(subjects).fill(NONE);
  for (let number = 0; number < count; number++) {
    const of = number % subjects;
    const hash = sha256(`event ${number}`).toString('hex');
    const subject = `file ${uuid(of)}`;
    const sequence = Math.floor(number / subjects) + 1;
    yield { id: uuid(number), subject, sequence, previous: last[of] ?? NONE, hash };
    last[of] = hash;
  }
}

export const entriesOf = (count: number, subjects = 7) =>
  [...manyEvents(count, subjects)].map((event) => Buffer.from(entryText(event)));

export const leafOf = (entry: Uint8Array) => sha256(Buffer.concat([Buffer.of(0), entry]));
export const bundleOf = (entries: readonly Uint8Array[]) => Buffer.concat(entries.map(withLength));

function withLength(entry: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(entry.length);
  return Buffer.concat([length, entry]);
}

function numberPath(number: number): string {
  const digits = String(number).padStart(3, '0');
  return digits.length <= 3 ? digits : `x${digits.slice(0, -3).padStart(3, '0')}/${digits.slice(-3)}`;
}

export function write(folder: string, path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

/** A whole log in a folder: entries, tiles of all levels, keys, checkpoint. As large as the disk: entries come one by one. */
export function writeLog(folder: string, entries: Iterable<Uint8Array>, keys: readonly LogKey[]): void {
  let size = 0;
  let number = 0;
  const roots: Buffer[] = [];
  let full: Buffer[] = [];
  for (const group of inTiles(entries)) {
    const leaves = group.map(leafOf);
    write(folder, `tile/entries/${numberPath(number)}${partOf(group)}`, bundleOf(group));
    write(folder, `tile/0/${numberPath(number++)}${partOf(group)}`, Buffer.concat(leaves));
    size += group.length;
    roots.push(rootOfHashes(leaves));
    if (group.length === 256) full.push(rootOfHashes(leaves));
  }
  for (let level = 1; full.length > 0; level++) {
    const groups = [...inTiles(full)];
    groups.forEach((group, at) => {
      write(folder, `tile/${level}/${numberPath(at)}${partOf(group)}`, Buffer.concat(group));
    });
    full = groups.filter(({ length }) => length === 256).map(rootOfHashes);
  }
  write(folder, 'keys', keys.map(({ vkey }) => `${vkey}\n`).join(''));
  const last = keys.at(-1);
  if (last) write(folder, 'checkpoint', signedNote(checkpointText(size, rootOfHashes(roots)), last));
}

function* inTiles<T>(items: Iterable<T>): Generator<T[]> {
  let group: T[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < 256) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

const partOf = (group: readonly unknown[]) => (group.length === 256 ? '' : `.p/${group.length}`);

/** The root above hashes that all stand for equally many leaves, of which the last may stand for fewer. */
function rootOfHashes(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes;
  if (!first) return sha256('');
  if (hashes.length === 1) return first;
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  const [left, right] = [rootOfHashes(hashes.slice(0, half)), rootOfHashes(hashes.slice(half))];
  return sha256(Buffer.concat([Buffer.of(1), left, right]));
}

export function proofText(index: number, entries: readonly Uint8Array[], checkpoint: string): string {
  const hashes = naiveInclusion(index, entries).map((hash) => `${hash.toString('base64')}\n`);
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes.join('')}\n${checkpoint}`;
}
