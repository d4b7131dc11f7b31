export { canonicalHash, canonicalJson } from './canonical-hash';
export { eventsSince, HERE, OVERLAP_MS, type PlaceInSql, rowsSince } from './committed-since';
export { Event, EVENTS, type SubjectKind } from './event.entity';
export { type NewEvent, recordEvent } from './record-event';
