export { canonicalHash, canonicalJson } from './event/canonical-hash';
export { type BrokenChain, type ChainReport, checkChains, type Fault } from './chain/check-chains';
export { eventsSince, HERE, OVERLAP_MS, type PlaceInSql, rowsSince } from './event/committed-since';
export { Event, EVENTS, type SubjectKind } from './event/event.entity';
export { type ProvenEntry, type ProvenEvent, type ProvenEvents, proveEvents } from './log/proving/prove-events';
export { type EventRow, eventsOf, eventsWithIds } from './log/proving/subject-rows';
export { checkLog, type LogQuestion, type LogReport } from './log/checking/check-log';
export { type LogPlace, type LogTail, subjectsGrownSince, tailOfLog } from './log/checking/log-growth';
export {
  checkSubjects,
  type EventFault,
  MOST_CHECKED,
  type SubjectsReport,
  type WrongEvent,
} from './log/checking/check-subjects';
export { checkCopy, LogMisfit, type Misfit, type RowsOfLog } from './log/copying/check-copy';
export { type CopiedFile, copyLog } from './log/copying/copy-log';
export { type RowReader, RowsDisagree, rowsOfLog } from './log/copying/rows-of-log';
export { holdLog, type LogMoment, momentOfLog, writtenKeyOfLog } from './log/copying/log-moment';
export { LAST_CHECKPOINT } from './log/last-checkpoint';
export { type LogLoss, lossesOfLog, lossesOfSubjects } from './log/losses';
export { asOneLine, type LogBreak } from './log/notes/own-entries';
export { PublicLog } from './log/public-log';
export type { Resumption } from './log/resuming/resume-log';
export { tellOfRestore } from './log/resuming/tell-of-restore';
export { type LogFault, LogStands } from './log/keeping/log-fault';
export { joinEntryOf, logDatabase, type Statements } from './log/keeping/log-rows';
export { CHECKPOINT as LOG_CHECKPOINT, type LogStore } from './log/keeping/log-folder';
export { findLogKey, isKeyOf, keepLogKey, keyFileIn } from './log/keeping/log-secret';
export { Sequencer, stateOfLog } from './log/sequencing/sequencer';
export { LogWitness, type LogWitnessOptions } from './log/witnessing/log-witness';
export { countReading, type Reading, type ReadItemKind } from './readings/count-reading';
export { whoSaw } from './readings/who-saw';
export { recordReadings } from './log/keeping/record-readings';
export { recordEvent } from './event/record-event';
export { type Subjects, subjectsInTurn, type SubjectsOfKind } from './event/subjects';
export { checkRows, type RowFault, type RowsReport, type WrongLines, type WrongRow } from './rows/check-rows';
export { type NamedRow, namedRows, tableOfRow } from './rows/named-rows';
export { ALL_ROWS_SEALED, type OldRows, ROWS_SEALED, sealOldRows } from './rows/seal-old-rows';
export { AS_SEALED, SEALED_TABLES, type SealedTable } from './rows/sealed-tables';
export { type PartReport, PartsCheck } from './parts/check-parts';
export type { PartOutcome, RecordPart, WrongThing } from './parts/record-part';
