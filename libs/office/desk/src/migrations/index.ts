import { DeskViews1790000000101 } from './1790000000101-desk-views';

/** What this area has changed in the schema, in order. */
export const DESK_MIGRATIONS = [DeskViews1790000000101];
