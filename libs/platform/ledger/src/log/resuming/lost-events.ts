import { breakIn, eventOf, type EntryRange, subjectOf } from '../notes/own-entries';
import { LogStands } from '../keeping/log-fault';
import { entriesOfEvents, type Statements } from '../keeping/log-rows';

/** Events that the database has no more, by their entries. */
export interface Lost {
  readonly lost: readonly (EntryRange & { readonly to: number })[];
  readonly lostEvents: number;
  /** When the first of them was written, and when the last, as their ids say; null without any. */
  readonly lostFrom: Date | null;
  readonly lostUntil: Date | null;
}

const ASKED_AT_ONCE = 2_000;

/**
 * Of the entries that the database lacks, those whose events it lacks too, and which no earlier loss has told of.
 * @throws LogStands `changed-event` when it has such an event otherwise than it was logged, or one that was told to be lost, or one
 * after a lost one of the same subject: that is no older state of it.
 */
export async function lostAmong(tx: Statements, tail: readonly string[], from: number): Promise<Lost> {
  const isThere = await eventsThere(tx, tail, from);
  const told = tail.flatMap((entry, at) => breakIn(entry, from + at)?.entries ?? []);
  const stretches: { from: number; to: number }[] = [];
  const ids: string[] = [];
  const subjects = new Set<string>();
  let isOpen = false;
  for (const [at, entry] of tail.entries()) {
    const index = from + at;
    const id = eventOf(entry);
    // What the log says of itself stands between events that are lost.
    if (id === null) continue;
    const wasTold = told.some((stretch) => stretch.from <= index && index <= (stretch.to ?? -1));
    const isLost = !wasTold && !isThere(id);
    if (isThere(id) && (wasTold || subjects.has(subjectOf(entry)))) throw new LogStands('changed-event', String(index));
    const open = stretches.at(-1);
    if (isLost && isOpen && open) open.to = index;
    else if (isLost) stretches.push({ from: index, to: index });
    if (isLost) subjects.add(subjectOf(entry));
    if (isLost) ids.push(id);
    isOpen = isLost;
  }
  // One that began before what is lacking was told of entries that the database has with their events.
  const before = told.find((stretch) => stretch.from < from && stretch.to !== null);
  if (before) throw new LogStands('changed-event', String(before.from));
  const times = ids.flatMap(timeOf).sort((one, other) => one - other);
  const [first, last] = [times[0], times.at(-1)];
  return {
    lost: stretches,
    lostEvents: ids.length,
    lostFrom: first === undefined ? null : new Date(first),
    lostUntil: last === undefined ? null : new Date(last),
  };
}

async function eventsThere(tx: Statements, tail: readonly string[], from: number): Promise<(id: string) => boolean> {
  const there = new Set<string>();
  for (let at = 0; at < tail.length; at += ASKED_AT_ONCE) {
    const part = tail.slice(at, at + ASKED_AT_ONCE);
    const found = await entriesOfEvents(
      tx,
      part.flatMap((entry) => eventOf(entry) ?? []),
    );
    for (const [place, entry] of part.entries()) {
      const id = eventOf(entry) ?? '';
      const text = found.get(id);
      if (text !== undefined && text !== entry) throw new LogStands('changed-event', String(from + at + place));
      if (text !== undefined) there.add(id);
    }
  }
  return (id) => there.has(id);
}

/** UUIDs of version 7 begin with their time in milliseconds. */
function timeOf(id: string): number[] {
  return id.charAt(14) === '7' ? [Number.parseInt(id.replace('-', '').slice(0, 12), 16)] : [];
}
