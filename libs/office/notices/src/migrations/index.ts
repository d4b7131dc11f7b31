import { Notices1790000000085 } from './1790000000085-notices';

/** What this area has changed in the schema, in order. */
export const NOTICES_MIGRATIONS = [Notices1790000000085];
