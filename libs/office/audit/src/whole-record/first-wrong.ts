import type { PartFault, RecordCheckFault } from '@patravali/contract';
import type { Fault, LogFault, LogReport, SubjectKind, WrongThing } from '@patravali/ledger';
import type { RecordReport } from './check-record';

const EVENT_FAULTS = {
  changed: 'event_changed',
  unchained: 'event_unchained',
  missing: 'event_missing',
  'too-early': 'event_too_early',
} as const satisfies Record<Fault, RecordCheckFault>;

const LOG_FAULTS = {
  'changed-event': 'log_changed_event',
  'damaged-tiles': 'log_damaged_tiles',
  'older-database': 'log_older_database',
  'older-store': 'log_older_store',
  'older-than-witness': 'log_older_than_witness',
  'other-log': 'log_other_log',
  'no-key': 'log_no_key',
} as const satisfies Record<LogFault, RecordCheckFault>;

/** The first thing that is wrong in the record of the office: what, of which thing, and where. No text of it. */
export interface FirstWrong {
  readonly fault: RecordCheckFault;
  /** Null: of the log. */
  readonly of: { readonly kind: SubjectKind; readonly id: string } | null;
  /** Which event, or thing of a part of the record; of the log the entry or the tile. */
  readonly place: string;
}

type EventPlace = NonNullable<LogReport['firstUnlogged']>;

/** What was changed comes before what only keeps the log from going on. */
export function firstWrong({ chains, parts, log }: RecordReport): FirstWrong | null {
  const [first = null] = [
    ...chains.broken.map((event) => ofEvent(EVENT_FAULTS[event.fault], event)),
    ...(log.fault === 'changed-event' ? ofLog(log) : []),
    ...(log.firstUnlogged ? [ofEvent('event_unlogged', log.firstUnlogged)] : []),
    ...parts.flatMap((part) => part.wrong.map(ofThing)),
    ...ofLog(log),
  ];
  return first;
}

const wrong = (fault: FirstWrong['fault'], of: FirstWrong['of'], place: number | string): FirstWrong => ({
  fault,
  of,
  place: String(place),
});

const ofThing = ({ fault, subjectKind: kind, subjectId: id, place }: WrongThing<PartFault>): FirstWrong =>
  wrong(fault, { kind, id }, place);

const ofEvent = (fault: FirstWrong['fault'], { subjectKind: kind, subjectId: id, sequence }: EventPlace): FirstWrong =>
  wrong(fault, { kind, id }, sequence);

/** An event that is gone from the database is named by the entry that the store still holds. */
function ofLog({ fault, place, event }: LogReport): FirstWrong[] {
  if (event) return [ofEvent('event_not_as_logged', event)];
  return fault ? [wrong(LOG_FAULTS[fault], null, place)] : [];
}
