import { type Actor, askTheDatabase, authorizeReading, rowFilter } from '@patravali/authorization';
import { type Parameters, select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { FileCustody } from './file-custody.entity';

/** The post of this placeholder has a reason to read the file of the row, by the register and the tree of posts. */
const isDueTo = (alias: string, postId: string): string =>
  `is_due_reader(${alias}.organisation_id, ${alias}.file_id, ${postId})`;

askTheDatabase(FileCustody, { stillDueTo: isDueTo });

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

/** For rows that name the actor as a reader: that he still has a reason, as conditions on a row that has `file_id`. */
export const isStillReader = ({ post }: Pick<Actor, 'post'>, { bind }: Parameters, alias: string): string[] =>
  post.loses === true ? [isDueTo(alias, bind(post.id))] : [];

/** Asks of custody rows that were read from the database what the rule of reading asks of somebody who has lost posts below him. */
export async function askWhetherDue(
  database: SqlRunner,
  { post }: Actor,
  custodies: readonly (FileCustody | null)[],
): Promise<void> {
  if (post.loses !== true) return;
  const named = custodies.filter((custody) => custody?.readerPostIds.includes(post.id));
  if (named.length === 0) return;
  const due = await select(
    database,
    z.object({ fileId: z.uuid() }),
    `SELECT c.file_id AS "fileId" FROM ${CUSTODY} WHERE c.organisation_id = $1 AND c.file_id = ANY ($2::uuid[]) AND ${isDueTo('c', '$3')}`,
    [post.organisationId, named.map((custody) => custody?.fileId), post.id],
  );
  const ids = new Set(due.map(({ fileId }) => fileId));
  for (const custody of named) if (custody && ids.has(custody.fileId)) custody.stillDueTo = [post.id];
}

/** Refuses with "not found" unless the actor may read the file of this very row. */
export async function authorizeReadingFile(database: SqlRunner, actor: Actor, custody: FileCustody): Promise<void> {
  await askWhetherDue(database, actor, [custody]);
  authorizeReading(actor, custody);
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
