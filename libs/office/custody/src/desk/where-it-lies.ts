import type { Actor } from '@patravali/authorization';
import type { SoughtState } from '@patravali/contract';
import type { Parameters } from '@patravali/database';
import { mayReadFile } from '../file-custody/readable-files';
import { DESK, heldBy } from './on-desk';

/** With whom, and in which state, something is looked for. */
export interface WhereItLies {
  readonly holderId?: string | undefined;
  readonly state?: SoughtState | undefined;
}

/** What follows rows, as SQL: a join, and what holds for them. */
export interface Following {
  readonly join: string;
  readonly where: string;
}

/** What the post of this placeholder has on its desk or set aside there, as a query whose column is `id`. */
const onDeskOf = (kind: 'file' | 'receipt', organisation: string, post: string): string =>
  `SELECT e.id FROM ${DESK} WHERE ${heldBy(organisation, post, kind).join(' AND ')}`;

/** The files that the post holds, those inside others too, as a table `held (id)`. */
export function filesHeld(organisation: string, post: string): string {
  const onDesk = onDeskOf('file', organisation, post);
  return `(${onDesk} UNION ALL SELECT a.file_id FROM file_custody a
    WHERE a.organisation_id = ${organisation} AND a.attached_to_file_id IN (${onDesk})) held`;
}

/** The files that the actor may read and that lie there, behind rows that have their custody as `c`. */
export function readableThere(
  actor: Pick<Actor, 'ability' | 'organisationId'>,
  parameters: Parameters,
  { holderId, state }: WhereItLies = {},
): Following {
  const { bind } = parameters;
  const conditions = [mayReadFile(actor, parameters)];
  if (state === undefined && holderId === undefined) return { join: '', where: conditions.join(' AND ') };
  const organisation = `${bind(actor.organisationId)}::uuid`;
  if (state !== undefined) conditions.push(`c.organisation_id = ${organisation}`, inState('c', state));
  if (holderId === undefined) return { join: '', where: conditions.join(' AND ') };
  const post = `${bind(holderId)}::uuid`;
  // The desk is the way to the few; the custody says it.
  conditions.push(`c.holder_post_id = ${post}`);
  return { join: `JOIN ${filesHeld(organisation, post)} ON held.id = c.file_id`, where: conditions.join(' AND ') };
}

/** The letters that the post has on its desk, joined to rows of letters as `held (id)`. */
export const joinLettersHeld = (organisation: string, post: string, receiptId: string): string =>
  `JOIN (${onDeskOf('receipt', organisation, post)}) held ON held.id = ${receiptId}`;

/** The row of this alias is in such a state: a condition. */
export const inState = (alias: string, state: SoughtState): string =>
  state === 'open' ? `${alias}.state <> 'closed'` : `${alias}.state = '${state}'`;

/** The post of this placeholder has the file of this id: a condition that is asked row by row. */
export const isHeldBy = (fileId: string, post: string): string =>
  `(SELECT c.holder_post_id FROM file_custody c WHERE c.file_id = ${fileId}) = ${post}`;
