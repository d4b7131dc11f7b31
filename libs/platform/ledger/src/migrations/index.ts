import { EventsAreChained1790000000180 } from './1790000000180-events-are-chained';
import { EventsAreLogged1790000000195 } from './1790000000195-events-are-logged';
import { EventsAreSearched1790000000205 } from './1790000000205-events-are-searched';

/** What the ledger has changed in the schema, in order. */
export const LEDGER_MIGRATIONS = [
  EventsAreChained1790000000180,
  EventsAreLogged1790000000195,
  EventsAreSearched1790000000205,
];
