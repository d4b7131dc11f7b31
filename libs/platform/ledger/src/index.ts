export { canonicalHash, canonicalJson } from './canonical-hash';
export { type BrokenChain, type ChainReport, checkChains, type Fault } from './chain/check-chains';
export { eventsSince, HERE, OVERLAP_MS, type PlaceInSql, rowsSince } from './committed-since';
export { Event, EVENTS, type SubjectKind } from './event.entity';
export { LOG_FAULTS, type LogFault } from './log/sequencing/log-fault';
export { logDatabase } from './log/sequencing/log-rows';
export { Sequencer } from './log/sequencing/sequencer';
export { LEDGER_MIGRATIONS } from './migrations';
export { type NewEvent, recordEvent } from './record-event';
