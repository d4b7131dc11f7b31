export { canonicalHash, canonicalJson } from './canonical-hash';
export { type BrokenChain, type ChainReport, checkChains, type Fault } from './chain/check-chains';
export { eventsSince, HERE, OVERLAP_MS, type PlaceInSql, rowsSince } from './committed-since';
export { Event, EVENTS, type SubjectKind } from './event.entity';
export { type ProvenEntry, type ProvenEvent, type ProvenSubjects, proveSubjects } from './log/proving/prove-subjects';
export { checkLog, type LogReport } from './log/check-log';
export {
  checkSubjects,
  type EventFault,
  MOST_CHECKED,
  type SubjectsReport,
  type WrongEvent,
} from './log/check-subjects';
export { LAST_CHECKPOINT } from './log/last-checkpoint';
export { type LogLoss, lossesOfLog, lossesOfSubjects } from './log/losses';
export { asOneLine, type LogBreak } from './log/notes/own-entries';
export { PublicLog } from './log/public-log';
export type { Resumption } from './log/resuming/resume-log';
export { type LogFault, LogStands } from './log/sequencing/log-fault';
export { logDatabase } from './log/sequencing/log-rows';
export { Sequencer, stateOfLog } from './log/sequencing/sequencer';
export { LogWitness, type LogWitnessOptions } from './log/witnessing/log-witness';
export { countReading, type Reading, type ReadItemKind } from './readings/count-reading';
export { whoSaw } from './readings/who-saw';
export { recordReadings } from './readings/record-readings';
export { type NewEvent, recordEvent } from './record-event';
export { type Subjects, subjectsInTurn } from './subjects';
