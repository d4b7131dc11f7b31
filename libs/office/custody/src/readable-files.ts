import { type Actor, type Parameters, rowFilter } from '@patravali/authorization';
import { FileCustody } from './file-custody.entity';

/** The custody of files, as `c`. */
export const CUSTODY = 'file_custody c';

/** The custody of the file whose id this expression gives, joined as `c`. */
export const joinCustody = (fileId: string): string => `JOIN ${CUSTODY} ON c.file_id = ${fileId}`;

/** The files that the actor may read, as a condition on `c`. */
export function mayReadFile({ ability }: Pick<Actor, 'ability'>, parameters: Parameters): string {
  return rowFilter(ability, 'read', FileCustody, 'c', parameters);
}
