import { type Actor, rowFilter } from '@patravali/authorization';
import type { Parameters } from '@patravali/database';
import { FileCustody } from './file-custody.entity';

/** The custody of files under this alias. */
export const custodyAs = (alias: string): string => `file_custody ${alias}`;

/** The custody of files, as `c`. */
export const CUSTODY = custodyAs('c');

/** The custody of the file whose id this expression gives, joined as `c`. */
export const joinCustody = (fileId: string): string => `JOIN ${CUSTODY} ON c.file_id = ${fileId}`;

/**
 * The files that the actor may read, as a condition on `c`, or on another row that has what the rule looks at in columns
 * of the same names.
 */
export function mayReadFile({ ability }: Pick<Actor, 'ability'>, parameters: Parameters, alias = 'c'): string {
  return rowFilter(ability, 'read', FileCustody, alias, parameters);
}

/** The file of `c` is at one end of a correction, on the desk of the post of this placeholder: a condition. */
export const isUpForCorrection = (postId: string): string =>
  `c.for_correction AND ${postId} IN (c.holder_post_id, c.sender_post_id)`;

/** The files of which the actor may know who has seen them, as a condition on `c`. */
export function mayListWhoSaw({ ability }: Pick<Actor, 'ability'>, parameters: Parameters): string {
  return rowFilter(ability, 'list_who_saw', FileCustody, 'c', parameters);
}

/** The files whose note in writing the actor may read, as a condition on `c`. */
export function mayReadNoteInWriting({ ability }: Pick<Actor, 'ability'>, parameters: Parameters): string {
  return rowFilter(ability, 'read_note_in_writing', FileCustody, 'c', parameters);
}

/**
 * The post that every file's list of readers must name for the actor to read it, by whichever rule; null for those who
 * read also what does not name them. `mayReadFile` asks it too: this is for an index.
 */
export function necessaryReader({ ability }: Pick<Actor, 'ability'>): string | null {
  const named = ability.rulesFor('read', FileCustody).map(({ conditions }) => conditions?.readerPostIds);
  const [post, ...others] = new Set(named);
  return others.length === 0 && typeof post === 'string' ? post : null;
}
