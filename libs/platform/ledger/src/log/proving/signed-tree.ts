import type { Checkpoint } from '../notes/checkpoint';
import { LogStands } from '../keeping/log-fault';
import type { LogFolder } from '../keeping/log-folder';
import { GrowingTree, hashesIn } from '../tree/growing-tree';
import { HASH_BYTES, hashAbove } from '../tree/hashes';
import { nameOfTile, TILE_WIDTH } from '../tree/tiles';

/** The tree under a signed checkpoint, from its tiles: each is held against the one above it, up to the root. */
export class SignedTree {
  /** The tile of each level that was read last: whoever asks for entries in their order reads each tile once. */
  private readonly last = new Map<number, { readonly index: number; readonly bytes: Buffer }>();

  private constructor(
    private readonly folder: Pick<LogFolder, 'tile'>,
    private readonly size: number,
    /** The tiles that are not full, by name: the root is made of them. */
    private readonly edge: ReadonlyMap<string, Buffer>,
  ) {}

  /** @throws LogStands `damaged-tiles` when its tiles do not give the root. */
  static async open(
    folder: Pick<LogFolder, 'tile'>,
    { size, root }: Pick<Checkpoint, 'size' | 'root'>,
  ): Promise<SignedTree> {
    const edge = new Map<string, Buffer>();
    const tree = await GrowingTree.open(size, async (place) => {
      const bytes = await folder.tile(place);
      edge.set(nameOfTile(place), bytes);
      return bytes;
    });
    if (!tree.root().equals(root)) throw new LogStands('damaged-tiles');
    return new SignedTree(folder, size, edge);
  }

  /** The hash of the entry in this place. @throws LogStands `damaged-tiles` */
  async leaf(index: number): Promise<Buffer> {
    return await this.hash(0, index);
  }

  private async hash(level: number, index: number): Promise<Buffer> {
    const bytes = await this.tile(level, Math.floor(index / TILE_WIDTH));
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    return bytes.subarray(at, at + HASH_BYTES);
  }

  private async tile(level: number, index: number): Promise<Buffer> {
    const last = this.last.get(level);
    if (last?.index === index) return last.bytes;
    const there = Math.floor(this.size / TILE_WIDTH ** level) - index * TILE_WIDTH;
    const place = { level, index, width: Math.min(TILE_WIDTH, there) };
    const bytes = this.edge.get(nameOfTile(place)) ?? (await this.full(place));
    this.last.set(level, { index, bytes });
    return bytes;
  }

  private async full(place: { readonly level: number; readonly index: number; readonly width: number }) {
    const bytes = await this.folder.tile(place);
    const above = await this.hash(place.level + 1, place.index);
    if (!hashAbove(hashesIn(bytes)).equals(above)) throw new LogStands('damaged-tiles', nameOfTile(place));
    return bytes;
  }
}
