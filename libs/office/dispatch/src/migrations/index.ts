import { EachAddresseeIsAccountedFor1790000000013 } from './1790000000013-each-addressee-is-accounted-for';
import { DispatchesAreFollowed1790000000015 } from './1790000000015-dispatches-are-followed';
import { MailAttemptsAreNoted1790000000035 } from './1790000000035-mail-attempts-are-noted';
import { DispatchesAreNumbered1790000000145 } from './1790000000145-dispatches-are-numbered';
import { SameDayLettersAreMarked1790000000147 } from './1790000000147-same-day-letters-are-marked';
import { TheUntoldAreKnown1790000000193 } from './1790000000193-the-untold-are-known';

/** What this area has changed in the schema since the first release, in order. */
export const DISPATCH_MIGRATIONS = [
  EachAddresseeIsAccountedFor1790000000013,
  DispatchesAreFollowed1790000000015,
  MailAttemptsAreNoted1790000000035,
  DispatchesAreNumbered1790000000145,
  SameDayLettersAreMarked1790000000147,
  TheUntoldAreKnown1790000000193,
];
