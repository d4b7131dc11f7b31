import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged } from '@patravali/contract';
import { lockCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockPerson } from '@patravali/organisation';

/**
 * The holder pins a file to the top of his desk, and takes the pin off again. It arranges the desk and changes nothing of the
 * file, whose record does not tell of it.
 */
@Injectable()
export class PinFile {
  constructor(private readonly transactions: Transactions) {}

  /** What is pinned already stays so. */
  @Serves('pinFile')
  execute(actor: Actor, fileId: string): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockPinnable(tx, actor, fileId);
      await tx.execute(
        `INSERT INTO desk_pin (organisation_id, post_id, file_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
        [actor.organisationId, actor.postId, fileId],
      );
      await tx.record('user.file_pinned', actor.userId, { relatedId: fileId });
      return { id: fileId, version: custody.version };
    });
  }

  @Serves('unpinFile')
  undo(actor: Actor, fileId: string): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockPinnable(tx, actor, fileId);
      await tx.execute('DELETE FROM desk_pin WHERE organisation_id = $1 AND post_id = $2 AND file_id = $3', [
        actor.organisationId,
        actor.postId,
        fileId,
      ]);
      await tx.record('user.file_unpinned', actor.userId, { relatedId: fileId });
      return { id: fileId, version: custody.version };
    });
  }
}

/** What a person pins is recorded of the person, one after the other. */
async function lockPinnable(tx: Transaction, actor: Actor, fileId: string): ReturnType<typeof lockCustody> {
  const [locked] = await Promise.all([lockCustody(tx, actor, { fileId, move: 'pin' }), lockPerson(tx, actor.userId)]);
  return locked;
}
