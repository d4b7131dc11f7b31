import { ESTABLISHMENT } from './establishment';
import { LAND_AND_SCHEMES } from './land-and-schemes';
import { OFFICES } from './offices';
import { OTHERS } from './others';

/** Words and phrases that people of an office type for one another, in Hindi, English and for short: each group means the same. */
export const SYNONYMS: readonly (readonly string[])[] = [OFFICES, ESTABLISHMENT, LAND_AND_SCHEMES, OTHERS]
  .flatMap((groups) => groups.split(';'))
  .map((group) => group.split('|').map((text) => text.trim()));
