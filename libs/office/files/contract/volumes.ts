import { roman } from '@patravali/contract-base';
import { z } from 'zod';
import { Explanation } from '../../custody/contract/custody';

/** So many pages of correspondence make a file bulky: from then on the page proposes the next volume. */
export const PAGES_OF_A_VOLUME = 300;

const suffix = (volume: number) => (volume > 1 ? `/Vol ${roman(volume).toUpperCase()}` : '');

/** The number of the volume that follows this one: that of the first, with which it is. */
export const nextVolumeNumber = (number: string, volume: number): string =>
  `${number.slice(0, number.length - suffix(volume).length)}${suffix(volume + 1)}`;

/** The file is closed for good, and goes on in its next volume. */
export const OpenVolume = z.strictObject({ explanation: Explanation.optional() }).meta({ id: 'OpenVolume' });
export type OpenVolume = z.infer<typeof OpenVolume>;
