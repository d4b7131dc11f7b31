import { askAhead } from '@patravali/database';
import { eventOf } from '../notes/own-entries';
import { hashOfLeaf } from '../tree/hashes';
import { type Tile, TILE_WIDTH } from '../tree/tiles';
import { LogStands } from './log-fault';
import { entriesBetween, type EntryRow, type Statements } from './log-rows';

/** Of an entry in a bundle, before it. */
const LENGTH_BYTES = 2;
/** Entries read at once: whole bundles, and so few that nobody waits long for whoever checks them. */
const READ_AT_ONCE = 4 * TILE_WIDTH;

/** Entries are read in whole bundles. @throws LogStands `changed-event` when one is not what was logged. */
export async function eachStretch(
  tx: Statements,
  { from, to }: { readonly from: number; readonly to: number },
  work: (rows: readonly EntryRow[]) => Promise<void> | void,
): Promise<void> {
  const ask = (before?: Stretch) => {
    const at = before ? before.end : from;
    return at < to ? stretchOf(tx, at, Math.min(to, at - (at % TILE_WIDTH) + READ_AT_ONCE)) : null;
  };
  await askAhead<Stretch>(ask, async ({ at, end, rows }) => {
    const wrong = rows.findIndex((row, place) => !isAsLogged(row, at + place));
    if (wrong >= 0) throw new LogStands('changed-event', String(at + wrong));
    if (rows.length < end - at) throw new LogStands('changed-event', String(at + rows.length));
    await work(rows);
  });
}

/** The entries from one place to before another. */
interface Stretch {
  readonly at: number;
  readonly end: number;
  readonly rows: readonly EntryRow[];
}

const stretchOf = async (tx: Statements, at: number, end: number): Promise<Stretch> => ({
  at,
  end,
  rows: await entriesBetween(tx, at, end),
});

/** Of an event that is lost: the entry alone is left of it. */
export const isLost = ({ text, hasEvent }: EntryRow): boolean => !hasEvent && text !== null && eventOf(text) !== null;

const isAsLogged = ({ index, text, leafHash }: EntryRow, place: number): boolean =>
  index === place && text !== null && hashOfLeaf(Buffer.from(text)).equals(leafHash);

/** The rows begin with a bundle. */
export function bundlesOf(rows: readonly EntryRow[]): Tile[] {
  const bundles: Tile[] = [];
  for (let at = 0; at < rows.length; at += TILE_WIDTH) {
    const within = rows.slice(at, at + TILE_WIDTH);
    const bytes = bundleOf(within.map(({ text }) => text ?? ''));
    bundles.push({ level: 'entries', index: (within[0]?.index ?? 0) / TILE_WIDTH, width: within.length, bytes });
  }
  return bundles;
}

/** C2SP: each entry after its length. */
export function bundleOf(entries: readonly (string | Buffer)[]): Buffer {
  const lengths = entries.map((entry) => Buffer.byteLength(entry));
  const bundle = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  for (const [place, entry] of entries.entries()) {
    at = bundle.writeUInt16BE(lengths[place] ?? 0, at);
    at += typeof entry === 'string' ? bundle.write(entry, at) : entry.copy(bundle, at);
  }
  return bundle;
}

/** The entries of a bundle, as far as their lengths can be read. */
export function entriesIn(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at + LENGTH_BYTES <= bundle.length;) {
    const end = at + LENGTH_BYTES + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    entries.push(bundle.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries;
}
