import { fill } from '@patravali/language';
import { messagesOf } from '@patravali/messages';

const WORDS = messagesOf('letter', 'hi');
const volumeOf = (number: string, volume: number): string =>
  volume === 1 ? number : fill(WORDS['fileNumber.volume'], { number, volume: String(volume) }, 'hi');

/** How the number of the volume after this one is read in Hindi; null where it is the same there. */
export function nextVolumeInHindi(numberHi: string | null, volume: number): string | null {
  if (numberHi === null) return null;
  const suffix = volumeOf('', volume);
  return volumeOf(numberHi.slice(0, numberHi.length - suffix.length), volume + 1);
}

/** The same of a part of the file. */
export const partInHindi = (numberHi: string | null, part: number): string | null =>
  numberHi && fill(WORDS['fileNumber.part'], { number: numberHi, part: String(part) }, 'hi');
