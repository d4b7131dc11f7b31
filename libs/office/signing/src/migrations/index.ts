import { PeopleHaveKeys1790000000151 } from './1790000000151-people-have-keys';

/** What this area has changed in the schema, in order. */
export const SIGNING_MIGRATIONS = [PeopleHaveKeys1790000000151];
