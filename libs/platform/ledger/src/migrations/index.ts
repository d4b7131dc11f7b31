import { EventsAreChained1790000000180 } from './1790000000180-events-are-chained';
import { EventsAreLogged1790000000195 } from './1790000000195-events-are-logged';
import { AWitnessFindsTheLogOlder1790000000196 } from './1790000000196-a-witness-finds-the-log-older';
import { ACheckpointHasATime1790000000197 } from './1790000000197-a-checkpoint-has-a-time';

/** What the ledger has changed in the schema, in order. */
export const LEDGER_MIGRATIONS = [
  EventsAreChained1790000000180,
  EventsAreLogged1790000000195,
  AWitnessFindsTheLogOlder1790000000196,
  ACheckpointHasATime1790000000197,
];
