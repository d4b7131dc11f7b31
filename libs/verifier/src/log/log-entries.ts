import { areEqual } from '../bytes';
import { ChainHeads } from '../entries/chain-heads';
import { type KeyEntry, type KeyHistory, readEntry } from '../entries/entry';
import { leafHash } from '../tree/hashing';
import { TILE_WIDTH, type Tile, tilePath } from '../tree/tiles';
import { Wrong } from '../wrong';
import type { LogSource } from './log-source';
import { readFullOrPartial } from './log-tiles';

const LENGTH_BYTES = 2;
const MOST_BUNDLE_BYTES = TILE_WIDTH * (LENGTH_BYTES + 0xffff);

/** The entries of a log, one bundle after the other. */
export class LogEntries {
  private readonly heads = new ChainHeads();
  events = 0;

  constructor(
    private readonly source: LogSource,
    private readonly history: KeyHistory,
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
    const { path, bytes, width } = await readFullOrPartial(
      this.source,
      { ...tile, level: 'entries' },
      MOST_BUNDLE_BYTES,
    );
    const first = tile.number * TILE_WIDTH;
    if (!bytes) throw new Wrong('entries-missing', { path, index: first });
    const { entries, rest } = splitEntries(bytes, width);
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
      if (change) await this.changeKey(change, first + at);
    }
    if (entries.length < width || rest > 0) {
      throw new Wrong('entries-unreadable', { path, index: first + entries.length });
    }
  }

  /** Nothing, or a change of key: only for that, signatures have to be waited for. */
  private follow(bytes: Uint8Array, index: number): KeyEntry | undefined {
    const entry = readEntry(bytes);
    if (!entry) throw new Wrong('entry-unreadable', { index });
    if (entry.kind === 'key') return entry;
    const { subject, sequence } = entry;
    if (!this.heads.follow(entry)) throw new Wrong('chain-broken', { index, subject, sequence });
    this.events++;
    return undefined;
  }

  private async changeKey(entry: KeyEntry, index: number): Promise<void> {
    if (!(await this.history.accepts(entry))) throw new Wrong('key-unsigned', { index });
    this.history.add(entry, index);
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
