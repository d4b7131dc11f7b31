export { canonicalHash, canonicalJson } from './canonical-hash';
export { Event, EVENTS, type SubjectKind } from './event.entity';
export { type NewEvent, recordEvent } from './record-event';
