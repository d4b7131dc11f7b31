import { breakIn, breaksAmong, type LogBreak, tellsOf } from './notes/own-entries';
import { lostEntries, ownEntries, type OwnRow, type Statements } from './keeping/log-rows';

/** What the log says to be lost, as people are told of it: once for each time that it went on. */
export interface LogLoss {
  /** Events; the log as it was signed, so that it was written anew; or the key that signs it. */
  readonly kind: 'events' | 'log' | 'key';
  /** When the log said so: ISO 8601. */
  readonly at: string;
  readonly reason: string;
  /** How many; null where it is not events that are lost. */
  readonly events: number | null;
}

/** In the order in which the log says so: one statement. */
export async function lossesOfLog(database: Statements): Promise<LogLoss[]> {
  const own = await ownEntries(database);
  return together(breaksAmong(own).map((found) => lossOf(found, eventsBetween(found, own))));
}

/** What these subjects have lost, in the same order. */
export async function lossesOfSubjects(database: Statements, subjectIds: readonly string[]): Promise<LogLoss[]> {
  const lost = await lostOfSubjects(database, subjectIds);
  return together(lost.toSorted((one, other) => one.loss.index - other.loss.index).map(({ loss }) => lossOf(loss, 1)));
}

/** The entry of an event that is lost, and the one that says so. */
export interface LostEntry extends OwnRow {
  readonly loss: LogBreak & OwnRow;
}

/** In the order of the log: one statement where it has lost no events, and else one more. */
export async function lostOfSubjects(database: Statements, subjectIds: readonly string[]): Promise<LostEntry[]> {
  const losses = (await ownEntries(database)).flatMap((row) => {
    const found = breakIn(row.text, row.index);
    return found?.entries ? [{ ...row, ...found }] : [];
  });
  if (losses.length === 0) return [];
  const lost = await lostEntries(database, subjectIds);
  return lost.flatMap((row) => {
    const loss = losses.find((each) => tellsOf(each, row.index));
    return loss ? [{ ...row, loss }] : [];
  });
}

/** All entries of a stretch are of lost events but those of the log itself; null where it says no end. */
function eventsBetween({ entries }: LogBreak, own: readonly OwnRow[]): number | null {
  const to = entries?.to ?? null;
  if (entries === null || to === null) return null;
  return to - entries.from + 1 - own.filter(({ index }) => entries.from <= index && index <= to).length;
}

function lossOf({ entries, at, reason }: LogBreak, events: number | null): LogLoss {
  const kind = entries === null ? 'key' : events === null ? 'log' : 'events';
  return { kind, at: new Date(at).toISOString(), reason, events };
}

/** Stretches that were lost at once are one loss. */
function together(losses: readonly LogLoss[]): LogLoss[] {
  const told = new Map<string, LogLoss>();
  for (const loss of losses) {
    const { kind, at, reason, events } = loss;
    const name = JSON.stringify([kind, at, reason]);
    const before = told.get(name)?.events ?? 0;
    told.set(name, { ...loss, events: events === null ? null : before + events });
  }
  return [...told.values()];
}
