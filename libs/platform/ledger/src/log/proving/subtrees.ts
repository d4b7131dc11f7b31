import type { LogFolder } from '../keeping/log-folder';
import { hashesIn } from '../tree/growing-tree';
import { hashAbove } from '../tree/hashes';
import { nameOfTile, TILE_WIDTH } from '../tree/tiles';

/** Levels of the tree in one of tiles. */
const TILE_HEIGHT = Math.log2(TILE_WIDTH);

/** The hashes of complete subtrees of a published tree, from its tiles; each tile is read once. */
export class Subtrees {
  private readonly read = new Map<string, Promise<Buffer[]>>();

  constructor(
    private readonly folder: Pick<LogFolder, 'tile'>,
    private readonly size: number,
  ) {}

  /** @throws LogStands `damaged-tiles` */
  async hash(height: number, index: number): Promise<Buffer> {
    const width = 2 ** (height % TILE_HEIGHT);
    const first = index * width;
    const hashes = await this.tile(Math.floor(height / TILE_HEIGHT), Math.floor(first / TILE_WIDTH));
    return hashAbove(hashes.slice(first % TILE_WIDTH, (first % TILE_WIDTH) + width));
  }

  private tile(level: number, index: number): Promise<Buffer[]> {
    const there = Math.floor(this.size / TILE_WIDTH ** level) - index * TILE_WIDTH;
    const place = { level, index, width: Math.min(TILE_WIDTH, there) };
    const name = nameOfTile(place);
    const known = this.read.get(name);
    if (known) return known;
    const reading = this.folder.tile(place).then(hashesIn);
    this.read.set(name, reading);
    return reading;
  }
}
