import { ESTABLISHMENT } from './establishment';
import { LAND_AND_SCHEMES } from './land-and-schemes';
import { OFFICES } from './offices';
import { OTHERS } from './others';
import { PLACES } from './places';

const groupsIn = (lists: readonly string[]): (readonly string[])[] =>
  lists.flatMap((groups) => groups.split(';')).map((group) => group.split('|').map((text) => text.trim()));

const OF_OFFICES = groupsIn([OFFICES, ESTABLISHMENT, LAND_AND_SCHEMES, OTHERS]);

/** Words and phrases that people of an office type for one another, in Hindi, English and for short: each group means the same. */
export const SYNONYMS: readonly (readonly string[])[] = [...OF_OFFICES, ...groupsIn([PLACES])];

/** All of them that are no names. */
export const OFFICE_TERMS: readonly string[] = OF_OFFICES.flat();
