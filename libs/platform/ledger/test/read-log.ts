import { createHash } from 'node:crypto';
import type { ObjectStore } from '@patravali/storage';
import { type Checkpoint, openCheckpoint } from '../src/log/notes/checkpoint';
import { readKey } from '../src/log/notes/note-keys';
import { nameOfTile, TILE_WIDTH } from '../src/log/tree/tiles';

const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definition of RFC 6962 over hashes of leaves. */
export function rootOver(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha256(Buffer.from([1]), rootOver(leaves.slice(0, k)), rootOver(leaves.slice(k)));
}

export interface ReadLog {
  readonly checkpoint: Checkpoint;
  readonly entries: readonly string[];
  readonly leaves: readonly Buffer[];
}

export async function readCheckpoint(store: ObjectStore): Promise<Checkpoint | null> {
  const [note, keys] = await Promise.all([store.readNamed('log/checkpoint'), store.readNamed('log/keys')]);
  if (!note || !keys) return null;
  return openCheckpoint(String(note), String(keys).trim().split('\n').map(readKey));
}

/** The log as it lies in the store, from nothing but its files. @throws Error when they do not agree. */
export async function readLog(store: ObjectStore): Promise<ReadLog> {
  const checkpoint = await readCheckpoint(store);
  if (!checkpoint) throw new Error('no checkpoint');
  const entries: string[] = [];
  for (let index = 0; index * TILE_WIDTH < checkpoint.size; index++) {
    const width = Math.min(TILE_WIDTH, checkpoint.size - index * TILE_WIDTH);
    const bundle = await store.readNamed(nameOfTile({ level: 'entries', index, width }));
    if (!bundle) throw new Error(`no bundle ${index} of ${width}`);
    for (let at = 0; at < bundle.length;) {
      const end = at + 2 + bundle.readUInt16BE(at);
      entries.push(bundle.subarray(at + 2, end).toString());
      at = end;
    }
    const tile = await store.readNamed(nameOfTile({ level: 0, index, width }));
    const leaves = entries.slice(index * TILE_WIDTH).map(leafOf);
    if (!tile?.equals(Buffer.concat(leaves))) throw new Error(`tile ${index} of ${width} is not of its entries`);
  }
  const leaves = entries.map(leafOf);
  if (!rootOver(leaves).equals(checkpoint.root)) throw new Error('the root is not of the entries');
  return { checkpoint, entries, leaves };
}

const leafOf = (entry: string): Buffer => sha256(Buffer.from([0]), Buffer.from(entry));
