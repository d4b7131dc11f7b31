import { z } from 'zod';
import { Explanation } from '../page';

/** So many pages of correspondence make a file bulky: from then on the page proposes the next volume. */
export const PAGES_OF_A_VOLUME = 300;

/** The file is closed for good, and goes on in its next volume. */
export const OpenVolume = z.strictObject({ explanation: Explanation.optional() }).meta({ id: 'OpenVolume' });
export type OpenVolume = z.infer<typeof OpenVolume>;
