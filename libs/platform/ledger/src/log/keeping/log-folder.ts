import { type Checkpoint, openCheckpoint } from '../notes/checkpoint';
import { readKey } from '../notes/note-keys';
import { GrowingTree } from '../tree/growing-tree';
import { HASH_BYTES } from '../tree/hashes';
import { nameOfTile, type Tile, TILE_WIDTH, type TilePlace } from '../tree/tiles';
import { LogStands } from './log-fault';
import type { KeyRow, OwnRow, Published } from './log-rows';

export const CHECKPOINT = 'log/checkpoint';
export const KEYS = 'log/keys';
/** The entries of the log itself, which name no subject, for strangers; absent while there are none. */
export const CHANGES = 'log/changes';
/** The last checkpoint that the witness of the log has signed too, with all signatures; absent without a witness. */
export const WITNESSED = 'log/witnessed';

/** Where a log lies, by names that it gives itself. An object store is one. */
export interface LogStore {
  readNamed(name: string): Promise<Buffer | null>;
  writeNamed(name: string, bytes: Uint8Array): Promise<void>;
  removeNamed(name: string): Promise<void>;
}

/** The log as it lies in the object store (C2SP tlog-tiles). */
export class LogFolder {
  private keysWritten = '';

  constructor(private readonly store: LogStore) {}

  /**
   * The last checkpoint; null before the first.
   * @throws LogStands `other-log` when the key has not signed it whose turn it was.
   */
  async checkpoint(keys: readonly KeyRow[]): Promise<Checkpoint | null> {
    const note = await this.note();
    if (note === null) return null;
    const checkpoint = signedInTurn(note, keys);
    if (!checkpoint) throw new LogStands('other-log');
    return checkpoint;
  }

  /** The last checkpoint as it lies there. */
  async note(): Promise<string | null> {
    return (await this.store.readNamed(CHECKPOINT))?.toString('utf8') ?? null;
  }

  /** The checkpoints that lie there with their signatures: the one that witnesses have signed before the last. */
  async notes(): Promise<string[]> {
    const notes = [await this.store.readNamed(WITNESSED), await this.store.readNamed(CHECKPOINT)];
    return notes.flatMap((note) => note?.toString('utf8') ?? []);
  }

  async writeCheckpoint(note: string, keys: readonly KeyRow[]): Promise<void> {
    const written = keyLines(keys);
    if (written !== this.keysWritten) await this.store.writeNamed(KEYS, Buffer.from(written));
    this.keysWritten = written;
    await this.store.writeNamed(CHECKPOINT, Buffer.from(note));
  }

  /** The tree that was published, from its tiles. @throws LogStands `damaged-tiles` when they do not give its root. */
  async tree({ size, root }: Pick<Published, 'size' | 'root'>): Promise<GrowingTree> {
    const tree = await GrowingTree.open(size, (place) => this.tile(place));
    if (!tree.root().equals(root)) throw new LogStands('damaged-tiles');
    return tree;
  }

  /** The tree of the first so many entries, from the tiles of the larger one that was published. */
  async earlierTree(size: number, published: number): Promise<GrowingTree> {
    return await GrowingTree.open(size, async (place) => {
      const hashes = Math.floor(published / TILE_WIDTH ** Number(place.level)) - place.index * TILE_WIDTH;
      const tile = await this.tile({ ...place, width: Math.min(TILE_WIDTH, hashes) });
      return tile.subarray(0, place.width * HASH_BYTES);
    });
  }

  async writeWitnessed(note: string): Promise<void> {
    await this.store.writeNamed(WITNESSED, Buffer.from(note));
  }

  /** Whether this tile is there as it should be. */
  async holds(tile: Tile): Promise<boolean> {
    return (await this.bytesOf(tile, tile.bytes.length))?.equals(tile.bytes) ?? false;
  }

  /** Whether these keys are written there for strangers, the first ones first. */
  async holdsKeys(keys: readonly KeyRow[]): Promise<boolean> {
    return String((await this.store.readNamed(KEYS)) ?? '').startsWith(keyLines(keys));
  }

  /** What lies in the place of this tile, at most as long as it may be; empty when nothing does. */
  async bytesAt(place: TilePlace, atMost: number): Promise<Buffer> {
    return (await this.bytesOf(place, atMost)) ?? Buffer.alloc(0);
  }

  async writeChanges(changes: readonly OwnRow[]): Promise<void> {
    if (changes.length > 0) await this.store.writeNamed(CHANGES, Buffer.from(changeLines(changes)));
  }

  /** Whether these are told to strangers: from the first checkpoint on that a sequencer publishes. */
  async holdsChanges(changes: readonly OwnRow[]): Promise<boolean> {
    const told = await this.store.readNamed(CHANGES);
    return (told?.toString('utf8') ?? '').startsWith(changeLines(changes));
  }

  async writeTiles(tiles: readonly Tile[]): Promise<void> {
    await Promise.all(tiles.map((tile) => this.store.writeNamed(nameOfTile(tile), tile.bytes)));
  }

  /** What came before tiles that are full now. */
  async removePartsOf(tiles: readonly TilePlace[]): Promise<void> {
    const full = tiles.filter(({ width }) => width === TILE_WIDTH);
    await Promise.all(full.map((tile) => this.store.removeNamed(`${nameOfTile(tile)}.p`)));
  }

  /** @throws LogStands `damaged-tiles` */
  async tile(place: TilePlace): Promise<Buffer> {
    const bytes = place.width * HASH_BYTES;
    const found = await this.bytesOf(place, bytes);
    if (found?.length !== bytes) throw new LogStands('damaged-tiles', nameOfTile(place));
    return found;
  }

  /** A tile that has become full since begins with the one that is asked for. */
  private async bytesOf(place: TilePlace, bytes: number): Promise<Buffer | null> {
    const found = await this.store.readNamed(nameOfTile(place));
    if (found || place.width === TILE_WIDTH) return found;
    return (await this.store.readNamed(nameOfTile({ ...place, width: TILE_WIDTH })))?.subarray(0, bytes) ?? null;
  }
}

const changeLines = (changes: readonly OwnRow[]): string =>
  changes.map(({ index, text }) => `index ${index}\n${text}\n`).join('');

const keyLines = (keys: readonly KeyRow[]): string => keys.map(({ written }) => `${written}\n`).join('');

/** The checkpoint that the key has signed whose turn it was; null of any other note. */
export function signedInTurn(note: string, keys: readonly KeyRow[]): Checkpoint | null {
  const found = openCheckpoint(
    note,
    keys.map(({ written }) => readKey(written)),
  );
  const turn = found && keys.findLast(({ signsFrom }) => signsFrom <= found.size);
  if (!turn) return null;
  const key = readKey(turn.written);
  const checkpoint = openCheckpoint(note, [key]);
  return checkpoint?.origin === key.name ? checkpoint : null;
}
