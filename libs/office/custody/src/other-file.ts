import type { Actor } from '@patravali/authorization';
import type { FileMove } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FileCustody } from './file-custody/file-custody.entity';
import { askWhetherDue } from './file-custody/readable-files';
import { stateAfterAct } from './lock-custody';

/** Locks the custody of both files of an act, always in the same order, so that two such acts do not wait for each other. */
export async function lockInOrder(tx: Transaction, fileIds: readonly string[]): Promise<void> {
  await tx.query(
    'SELECT file_id FROM file_custody WHERE organisation_id = $1 AND file_id = ANY ($2) ORDER BY file_id FOR UPDATE',
    [tx.by.organisationId, fileIds],
  );
}

/**
 * The other file that an act names in its body.
 * @throws Refusal `unknown-file` for one that the actor may not read, as for one that is not there.
 */
export async function readOtherFile(
  tx: Transaction,
  actor: Actor,
  fileId: string,
  pointer: string,
): Promise<FileCustody> {
  const custody = await tx.find(FileCustody, { fileId });
  await askWhetherDue(tx, actor, [custody]);
  if (custody && actor.ability.can('read', custody)) return custody;
  throw new Refusal('unknown-file', {}, { errors: [{ pointer, detail: 'unknown-file' }] });
}

/**
 * The same of a file on which something is done as well: both lie on the desk of the actor, and the caller has locked them.
 * @throws Refusal `unknown-file`, `files-on-two-desks`, and what the rules and the state of that file refuse.
 */
export async function otherFileOf(
  tx: Transaction,
  actor: Actor,
  fileId: string,
  { pointer, move }: { readonly pointer: string; readonly move: FileMove },
): Promise<FileCustody> {
  const custody = await readOtherFile(tx, actor, fileId, pointer);
  if (custody.holderPostId !== actor.postId) throw new Refusal('files-on-two-desks');
  stateAfterAct(actor, { move }, custody);
  return custody;
}
