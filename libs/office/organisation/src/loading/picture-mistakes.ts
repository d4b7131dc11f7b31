import type { Typesetter } from '@patravali/typesetting';
import { canBeSet } from '../letterhead/picture';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';

/** What looks like a picture, but could not be set in a letter. @throws TypesettingFailed when nobody could look at it. */
export async function findPictureMistakes(
  { organisation: { emblem } }: OfficeDescription,
  typesetter: Typesetter,
): Promise<OfficeMistake[]> {
  if (!emblem || (await canBeSet(Buffer.from(emblem, 'base64'), typesetter))) return [];
  return [{ path: 'organisation.emblem', code: 'notAPicture' }];
}
