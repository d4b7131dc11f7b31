import { type CorrespondenceView, diaryNumberIn, type Language } from '@patravali/contract';
import type { Diarised } from '../../documents/viewer/page/PageStamp';

/** What the diary stamped on a letter; nothing on one that went out. */
export function diarisedOf(
  letter: Pick<CorrespondenceView, 'diaryNumber' | 'diaryNumberHi' | 'receivedOn'>,
  language: Language,
): Diarised | null {
  const [number, { receivedOn }] = [diaryNumberIn(letter, language), letter];
  return number === null || receivedOn === null ? null : { number, receivedOn };
}
