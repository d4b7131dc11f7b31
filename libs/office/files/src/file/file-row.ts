import { FileRow } from '@patravali/contract';
import { CUSTODY_ROW, DESK_FILES, joinCustody } from '@patravali/custody';
import { projection } from '@patravali/database';

/** The contract's `FileRow`, from `FILES`. */
export const FILE_ROW = projection(FileRow, {
  id: 'f.id',
  number: 'f.number',
  computerNumber: 'f.computer_number',
  subject: 'f.subject',
  ...CUSTODY_ROW.expressions,
});

/** The number of the file `f` as it is read in Hindi; null where it is the same there. */
export const FILE_NUMBER_HI = 'f.number_hi';

/** Files as `f` with their custody as `c`. */
export const FILES = `office_file f ${joinCustody('f.id')}`;

/** The files of desks: `DESK_FILES` with the file as `f`. */
export const FILES_OF_DESKS = `${DESK_FILES} JOIN office_file f ON f.id = e.id`;

/** The file whose id this expression gives, joined as `f`. */
export const joinFile = (fileId: string): string => `JOIN office_file f ON f.id = ${fileId}`;

/** Id and number of the file `f`, as another thing shows where it lies. */
export const FILE_REF = `jsonb_build_object('id', f.id, 'number', f.number)`;

/** The files that the acting post has created, as a condition on `f`. */
export const createdBy = (organisationId: string, postId: string): string =>
  `f.organisation_id = ${organisationId} AND f.created_by_post_id = ${postId}`;

/** The newest first, by the clock of the database: an id follows the clock of the process that made it. */
export const NEWEST_FIRST = { column: 'f.created_at', type: 'timestamptz', direction: 'DESC' } as const;
