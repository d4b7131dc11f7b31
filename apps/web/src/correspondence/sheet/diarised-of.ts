import type { CorrespondenceView } from '@patravali/contract';
import type { Diarised } from '../../documents/viewer/page/PageStamp';

/** What the diary stamped on a letter; nothing on one that went out. */
export function diarisedOf({
  diaryNumber,
  receivedOn,
}: Pick<CorrespondenceView, 'diaryNumber' | 'receivedOn'>): Diarised | null {
  return diaryNumber === null || receivedOn === null ? null : { number: diaryNumber, receivedOn };
}
