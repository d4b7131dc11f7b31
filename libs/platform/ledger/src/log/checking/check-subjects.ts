import { checkChains, type Fault } from '../../chain/check-chains';
import { byKind, type Subjects, type SubjectsOfKind } from '../../event/subjects';
import { SignedTree } from '../proving/signed-tree';
import { UNCOVERED_SECONDS } from './log-growth';
import { type LogFault, LogStands } from '../keeping/log-fault';
import { LogFolder, type LogStore } from '../keeping/log-folder';
import {
  countEntries,
  type EventPlace,
  keysOfLog,
  type Published,
  publishedLog,
  type Statements,
} from '../keeping/log-rows';
import { hashOfLeaf } from '../tree/hashes';

/** So many events are checked while somebody waits. */
export const MOST_CHECKED = 10_000;

/** `unlogged`: it is not in the log, nor too young for it. `other-entry`: the log holds another event in its place. */
export type EventFault = Fault | 'unlogged' | 'other-entry';

export interface WrongEvent extends EventPlace {
  readonly fault: EventFault;
}

export interface SubjectsReport {
  readonly events: number;
  /** When the first happened and when the last: ISO 8601, null of none. */
  readonly from: string | null;
  readonly until: string | null;
  /** The checkpoint against which they were held: over how many entries it was signed, 0 before the first, and when. */
  readonly log: { readonly entries: number; readonly signedAt: string | null };
  /** Too young to be among these entries. */
  readonly waiting: number;
  /** Of how long ago the first event of the whole log is that no checkpoint covers, in seconds; 0: none. */
  readonly uncoveredSeconds: number;
  /** The first that is wrong. */
  readonly wrong: WrongEvent | null;
  /** Why they could not be held against the log, or why it stands. */
  readonly logFault: LogFault | null;
  /** What was looked at, by kinds. */
  readonly subjects: readonly SubjectsOfKind[];
}

/** Which events `e` are counted for whoever asks: a condition, whose parameters begin with $3. All of them are checked. */
export interface Counted {
  readonly condition: string;
  readonly values: readonly unknown[];
  /** More events than these are not looked at: as many as are checked while somebody waits, unless said otherwise. */
  readonly atMost?: number;
}
const ALL: Counted = { condition: 'true', values: [] };

type Extent = Pick<SubjectsReport, 'events' | 'from' | 'until' | 'uncoveredSeconds'> &
  Pick<SubjectsReport['log'], 'signedAt'> & {
    readonly all: number;
  };

/** Where an event stands in the log. */
interface PlaceInLog extends EventPlace {
  /** The text of its entry. */
  readonly entry: string;
  readonly index: number | null;
  readonly waits: boolean;
  readonly counted: boolean;
}

const iso = (sql: string) => `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const extentOf = (counted: string, atMost: number) => `
  SELECT count(*)::integer AS "all", count(*) FILTER (WHERE counted)::integer AS events,
    ${iso('min(at) FILTER (WHERE counted)')} AS "from", ${iso('max(at) FILTER (WHERE counted)')} AS until,
    (SELECT ${iso('published_at')} FROM published_log) AS "signedAt",
    (SELECT ${UNCOVERED_SECONDS} FROM published_log p) AS "uncoveredSeconds"
  FROM (SELECT e.at, (${counted}) AS counted FROM event e
    WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2::uuid[]) LIMIT ${atMost + 1}) e`;

const placesInLog = (counted: string) => `
  SELECT e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.sequence, log_entry_text(e) AS entry,
    l.index::float8 AS index, w.event_id IS NOT NULL AS waits, (${counted}) AS counted
  FROM event e LEFT JOIN log_entry l ON l.event_id = e.id LEFT JOIN log_waiting w ON w.event_id = e.id
  WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2::uuid[]) ORDER BY e.subject_kind, e.subject_id, e.sequence`;

/**
 * Holds all events of these subjects against their chains, and against the log under its last checkpoint, tile by tile up to the root
 * that was signed. Changes nothing. What was taken away at the end of a chain only the check of the whole log sees.
 * @param counted what the numbers in the report are about: a note that is being written is to be noticed by nobody.
 * @returns null when there are more events than are looked at.
 */
export async function checkSubjects(
  database: Statements,
  store: LogStore,
  subjects: Subjects,
  counted: Counted = ALL,
): Promise<SubjectsReport | null> {
  const { condition, values, atMost = MOST_CHECKED } = counted;
  const which = [subjects.organisationId, [...subjects.subjectIds], ...values];
  const [found] = await database.query<Extent>(extentOf(condition, atMost), which);
  if (!found || found.all > atMost) return null;
  const { signedAt, events, from, until, uncoveredSeconds } = found;
  // In this order: the log may grow meanwhile, in the database before it does in the store.
  const published = await publishedLog(database);
  const { broken } = await checkChains(database, subjects);
  const places = await database.query<PlaceInLog>(placesInLog(condition), which);
  const { entries, ...held } = await heldAgainstLog(database, new LogFolder(store), { published, places });
  const looked = byKind(subjects.organisationId, places);
  const extent = { events, from, until, log: { entries, signedAt }, uncoveredSeconds };
  return { ...extent, ...held, wrong: broken[0] ?? held.wrong, subjects: looked };
}

type Held = Pick<SubjectsReport, 'waiting' | 'wrong' | 'logFault'> & Pick<SubjectsReport['log'], 'entries'>;

async function heldAgainstLog(
  database: Statements,
  folder: LogFolder,
  { published, places }: { readonly published: Published; readonly places: readonly PlaceInLog[] },
): Promise<Held> {
  const held = (entries: number, wrong: WrongEvent | null, logFault: LogFault | null): Held => ({
    entries,
    waiting: places.filter((place) => place.counted && !isAmong(place, entries)).length,
    wrong,
    logFault,
  });
  try {
    const checkpoint = await folder.checkpoint(await keysOfLog(database));
    const size = checkpoint?.size ?? 0;
    if (size < published.size) throw new LogStands('older-store');
    if (size > (await countEntries(database))) throw new LogStands('older-database');
    const tree = checkpoint && (await SignedTree.open(folder, checkpoint));
    const wrong = notLogged(places, size) ?? (tree && (await otherwiseLogged(places, size, tree)));
    return held(size, wrong, published.fault);
  } catch (error) {
    if (!(error instanceof LogStands)) throw error;
    return held(published.size, null, error.fault);
  }
}

const isAmong = ({ index }: PlaceInLog, size: number): boolean => index !== null && index < size;

/** What neither is logged nor waits for it, or still waits when a later event of its subject was logged. */
function notLogged(places: readonly PlaceInLog[], size: number): WrongEvent | null {
  const left = places.find((place, at) => {
    if (isAmong(place, size)) return false;
    const next = places[at + 1];
    const isPassed = next?.subjectId === place.subjectId && isAmong(next, size);
    return isPassed || (place.index === null && !place.waits);
  });
  return left ? wrongAt(left, 'unlogged') : null;
}

/** In the order of the log, so that each tile is read once. */
async function otherwiseLogged(
  places: readonly PlaceInLog[],
  size: number,
  tree: SignedTree,
): Promise<WrongEvent | null> {
  const logged = places.flatMap((place) => {
    const { index } = place;
    return index !== null && index < size ? [{ place, index }] : [];
  });
  for (const { place, index } of logged.toSorted((one, other) => one.index - other.index)) {
    const leaf = await tree.leaf(index);
    if (!leaf.equals(hashOfLeaf(Buffer.from(place.entry)))) return wrongAt(place, 'other-entry');
  }
  return null;
}

const wrongAt = ({ subjectKind, subjectId, sequence }: EventPlace, fault: EventFault): WrongEvent => ({
  subjectKind,
  subjectId,
  sequence,
  fault,
});
