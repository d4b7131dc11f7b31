import { areEqual } from '../primitives/bytes';
import { ChainHeads } from '../entries/chain-heads';
import {
  type Change,
  type KeyEntry,
  type KeyHistory,
  type LossEntry,
  type LostKeyEntry,
  readEntry,
} from '../entries/entry';
import { type Checkpoint, readCheckpoint } from '../notes/checkpoint';
import { leafHash } from '../tree/hashing';
import { TILE_WIDTH, type Tile, tilePath } from '../tree/tiles';
import { Wrong } from '../primitives/wrong';
import type { LogSource } from './log-source';
import { readFullOrPartial } from './log-tiles';

const LENGTH_BYTES = 2;
const MOST_BUNDLE_BYTES = TILE_WIDTH * (LENGTH_BYTES + 0xffff);

/** Where a log did not go on by itself. */
export type Break = (LossEntry | LostKeyEntry) & { readonly index: number };

/** The entries of a log, one bundle after the other. */
export class LogEntries {
  private readonly heads = new ChainHeads();
  /** The tile that is being read. */
  private last: Tile = { level: 0, number: 0, width: 0 };
  events = 0;
  readonly breaks: Break[] = [];
  /** What keys that were lost have signed last: the log has to begin with it. */
  readonly signedBefore: { readonly index: number; readonly checkpoint: Checkpoint }[] = [];

  constructor(
    private readonly source: LogSource,
    private readonly history: KeyHistory,
    private readonly hasEntries: boolean,
  ) {}

  get subjects(): number {
    return this.heads.size;
  }

  /**
   * Holds the entries of a tile against their stored hashes and against the entries before them. When a hash differs,
   * `isInTree` says whether the tree above knows the entries as they are: then the tile was changed.
   */
  async check(
    tile: Tile,
    stored: readonly Uint8Array[],
    isInTree: (leaves: readonly Uint8Array[]) => Promise<boolean>,
  ): Promise<void> {
    const first = tile.number * TILE_WIDTH;
    const { path, width, entries, rest } = await this.read(tile);
    this.last = tile;
    const leaves = entries.slice(0, tile.width).map(leafHash);
    for (const [at, hash] of stored.entries()) {
      const [entry, leaf] = [entries[at], leaves[at]];
      if (!entry || !leaf) throw new Wrong('entries-unreadable', { path, index: first + at });
      if (!areEqual(leaf, hash)) {
        if (leaves.length === tile.width && (await isInTree(leaves))) {
          throw new Wrong('tile-changed', { path: tilePath(tile) });
        }
        throw new Wrong('entry-changed', { index: first + at });
      }
      const change = this.follow(entry, first + at);
      if (change) await this.take(change, first + at);
    }
    if (entries.length < width || rest > 0) {
      throw new Wrong('entries-unreadable', { path, index: first + entries.length });
    }
  }

  /** What became of the log itself. Of one whose entries are not there, what it shows of them. */
  async take(change: Change, index: number): Promise<void> {
    if (change.kind === 'key') {
      await this.changeKey(change, index);
      return;
    }
    if (change.kind === 'lost key') await this.replaceKey(change, index);
    else await this.loseEvents(change, index);
    this.breaks.push({ ...change, index });
  }

  private async read(tile: Tile) {
    const found = await readFullOrPartial(this.source, { ...tile, level: 'entries' }, MOST_BUNDLE_BYTES);
    const { path, bytes, width } = found;
    if (!bytes) throw new Wrong('entries-missing', { path, index: tile.number * TILE_WIDTH });
    return { path, width, ...splitEntries(bytes, width) };
  }

  /** Nothing, or a change: only for that, something has to be waited for. */
  private follow(bytes: Uint8Array, index: number): Change | undefined {
    const entry = readEntry(bytes);
    if (!entry) throw new Wrong('entry-unreadable', { index });
    if (entry.kind !== 'event') return entry;
    const { subject, sequence } = entry;
    if (!this.heads.follow(entry)) throw new Wrong('chain-broken', { index, subject, sequence });
    this.events++;
    return undefined;
  }

  private async changeKey(entry: KeyEntry, index: number): Promise<void> {
    if (!(await this.history.accepts(entry))) throw new Wrong('key-unsigned', { index });
    this.history.add(entry, index);
  }

  /** The key that was lost has signed what the log begins with, and nothing that is not there. */
  private async replaceKey(entry: LostKeyEntry, index: number): Promise<void> {
    if (!this.history.believes(entry)) throw new Wrong('key-unannounced', { index, key: entry.key.text });
    if (entry.checkpoint) {
      const checkpoint = readCheckpoint(entry.checkpoint);
      if (!checkpoint || !(await this.history.hasSigned(checkpoint, index))) throw new Wrong('key-unsigned', { index });
      this.signedBefore.push({ index, checkpoint });
    }
    this.history.add(entry, index);
  }

  /** The subjects of lost events are again what they were before them. */
  private async loseEvents({ from, to }: LossEntry, index: number): Promise<void> {
    if (to === undefined ? from !== index : from > to || to >= index) throw new Wrong('entry-unreadable', { index });
    if (to === undefined || !this.hasEntries) return;
    for (let number = Math.floor(to / TILE_WIDTH); number >= Math.floor(from / TILE_WIDTH); number--) {
      const width = number === this.last.number ? this.last.width : TILE_WIDTH;
      const { entries } = await this.read({ level: 0, number, width });
      const first = number * TILE_WIDTH;
      for (let at = Math.min(to - first, TILE_WIDTH - 1); at >= Math.max(from - first, 0); at--) {
        const entry = readEntry(entries[at] ?? new Uint8Array());
        if (!entry || (entry.kind === 'event' && !this.heads.goBack(entry)))
          throw new Wrong('loss-contradicts', { index, lost: first + at });
      }
    }
  }
}

/** Up to `most` entries, each after its length in two bytes; `rest` are bytes that belong to none of them. */
function splitEntries(bytes: Uint8Array, most: number): { entries: Uint8Array[]; rest: number } {
  const entries: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  while (entries.length < most && at + LENGTH_BYTES <= bytes.length) {
    const end = at + LENGTH_BYTES + view.getUint16(at);
    if (end > bytes.length) break;
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return { entries, rest: bytes.length - at };
}
