import { SignInsAreSlowed1790000000036 } from './1790000000036-sign-ins-are-slowed';
import { SecurityEvents1790000000037 } from './1790000000037-security-events';
import { SessionsAreShown1790000000038 } from './1790000000038-sessions-are-shown';
import { NetworksAreLimited1790000000137 } from './1790000000137-networks-are-limited';
import { SessionsAreConfirmed1790000000150 } from './1790000000150-sessions-are-confirmed';

/** What this area has changed in the schema since the first release, in order. */
export const IDENTITY_MIGRATIONS = [
  SignInsAreSlowed1790000000036,
  SecurityEvents1790000000037,
  SessionsAreShown1790000000038,
  NetworksAreLimited1790000000137,
  SessionsAreConfirmed1790000000150,
];
