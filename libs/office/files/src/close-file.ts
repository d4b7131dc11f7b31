import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CloseFile as CloseFileRequest, FileChanged } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { changeCustody, countAsOpening, NOW } from './change-custody';
import type { FileCustody } from './file-custody.entity';
import { stateAfter } from './file-lifecycle';
import { freezeNote } from './freeze-note';
import { lockCustody } from './lock-custody';
import { writeMovement } from './write-movement';

/** Closes the file with a reason: an officer's act. It then lies on no desk. */
@Injectable()
export class CloseFile {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, request: CloseFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'close', ifMatch });
      await refuseUnissuedDrafts(tx, custody);
      await countAsOpening(tx, custody);
      const frozen = await freezeNote(tx, actor, custody, { confirmNote: request.confirmNote, signatureAlone: false });
      const sequence = custody.movements + 1;
      await writeMovement(tx, actor, {
        thing: { fileId },
        sequence,
        kind: 'closed',
        fromPostId: custody.holderPostId,
        toPostId: null,
        remarks: request.reason,
      });
      const version = await changeCustody(tx, custody, {
        state: stateAfter('close', custody.state),
        holderPostId: null,
        senderPostId: null,
        action: null,
        dueOn: null,
        sentRemarks: null,
        since: NOW,
        closedByPostId: actor.postId,
        closingReason: request.reason,
        movements: sequence,
        ...frozen?.counts,
      });
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.closed',
        reason: request.reason,
        contentHash: frozen?.contentHash,
        data: { movement: sequence, note: frozen?.number ?? null },
      });
      return { id: fileId, version };
    });
  }
}

/** A letter that was approved and never issued would be forgotten with the file. */
async function refuseUnissuedDrafts(tx: Transaction, custody: FileCustody): Promise<void> {
  const [open] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM draft WHERE organisation_id = $1 AND file_id = $2 AND state = 'approved'`,
    [custody.organisationId, custody.fileId],
  );
  if (open && open.count > 0) throw new Refusal('drafts-open', { count: open.count });
}
