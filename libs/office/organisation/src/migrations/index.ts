import { KindsOfCases1790000000080 } from './1790000000080-kinds-of-cases';
import { PostsKnowTheirSuperiors1790000000058 } from './1790000000058-posts-know-their-superiors';

/** What this area has changed in the schema since the first release, in order. */
export const ORGANISATION_MIGRATIONS = [PostsKnowTheirSuperiors1790000000058, KindsOfCases1790000000080];
