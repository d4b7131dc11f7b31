import type { Actor } from '@patravali/authorization';
import { whatAssistantsRead } from '@patravali/custody';
import type { Parameters, Transaction } from '@patravali/database';

/** What posts have sent, each file once, as `s`: for the list of a desk, whose key is `SENT.at`. */
export const SENT = { source: 'file_sent s', file: 's.file_id', at: 's.sent_at' } as const;

/** The files that the acting post has sent and does not hold again, as conditions on `s` and on custody `c`. */
export function sentBy(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `s.organisation_id = ${bind(actor.organisationId)}`,
    `s.post_id = ${bind(actor.postId)}`,
    'c.holder_post_id IS DISTINCT FROM s.post_id',
    ...whatAssistantsRead(actor, parameters),
  ];
}

/** Puts the file at the top of what the post has sent. */
export async function rememberSent(tx: Transaction, postId: string, fileId: string): Promise<void> {
  await tx.execute(
    `INSERT INTO file_sent (organisation_id, post_id, file_id) VALUES ($1, $2, $3)
     ON CONFLICT (organisation_id, post_id, file_id) DO UPDATE SET sent_at = office_now()`,
    [tx.by.organisationId, postId, fileId],
  );
}

/** What was pulled back was not sent. */
export async function forgetSent(tx: Transaction, postId: string, fileId: string): Promise<void> {
  await tx.execute('DELETE FROM file_sent WHERE organisation_id = $1 AND post_id = $2 AND file_id = $3', [
    tx.by.organisationId,
    postId,
    fileId,
  ]);
}
