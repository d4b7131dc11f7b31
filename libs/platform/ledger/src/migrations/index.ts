import { EventsAreChained1790000000180 } from './1790000000180-events-are-chained';
import { EventsAreLogged1790000000195 } from './1790000000195-events-are-logged';
import { WitnessesFindTheLogOlder1790000000196 } from './1790000000196-witnesses-find-the-log-older';
import { CheckpointsHaveTimes1790000000197 } from './1790000000197-checkpoints-have-times';
import { ReadingsAreEvents1790000000200 } from './1790000000200-readings-are-events';
import { EventsAreSearched1790000000205 } from './1790000000205-events-are-searched';
import { TheLogGoesOnAfterLosses1790000000213 } from './1790000000213-the-log-goes-on-after-losses';
import { LossesAreFound1790000000214 } from './1790000000214-losses-are-found';
import { ChecksOfTheRecordAreFound1790000000218 } from './1790000000218-checks-of-the-record-are-found';

/** What the ledger has changed in the schema, in order. */
export const LEDGER_MIGRATIONS = [
  EventsAreChained1790000000180,
  EventsAreLogged1790000000195,
  WitnessesFindTheLogOlder1790000000196,
  CheckpointsHaveTimes1790000000197,
  ReadingsAreEvents1790000000200,
  EventsAreSearched1790000000205,
  TheLogGoesOnAfterLosses1790000000213,
  LossesAreFound1790000000214,
  ChecksOfTheRecordAreFound1790000000218,
];
