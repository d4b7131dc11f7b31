import { useList } from '../api/lists/use-list';
import { queryOf } from '../api/query-of';

const ofUnit = (unitId: string | null) => (unitId === null ? {} : { query: { unitId } });

/** How numbers are made, with the next of each of this unit; of the acting post's where none is named. */
export const numberSchemesQuery = (unitId: string | null) => queryOf('listNumberSchemes', ofUnit(unitId));

/** All heads, those that are retired too, with the next file number of this unit under each. */
export const useKeptHeads = (unitId: string | null) => useList('listKeptHeads', ofUnit(unitId));
