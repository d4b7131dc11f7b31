import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, FlagCorrespondence as FlagCorrespondenceRequest } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** Marks a letter of the file as paper under consideration or fresh receipt, or takes the mark away. */
@Injectable()
export class FlagCorrespondence {
  constructor(private readonly transactions: Transactions) {}

  execute(
    actor: Actor,
    fileId: string,
    serial: number,
    { flag }: FlagCorrespondenceRequest,
    ifMatch?: number,
  ): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'add_receipt', ifMatch });
      const [letter] = await tx.select(
        z.object({ id: z.uuid() }),
        `UPDATE correspondence SET flag = $4 WHERE organisation_id = $1 AND file_id = $2 AND serial = $3 RETURNING id`,
        [actor.organisationId, fileId, serial, flag],
      );
      if (!letter) throw new Refusal('not-found');
      const version = await changeCustody(tx, custody, await openingOf(tx, custody));
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'correspondence.flagged',
        relatedId: letter.id,
        data: { serial, flag },
      });
      return { id: fileId, version };
    });
  }
}
