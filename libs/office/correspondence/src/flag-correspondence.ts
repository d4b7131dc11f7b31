import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, FlagCorrespondence as FlagCorrespondenceRequest } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { letterOf } from './on-file/letter-of-file';
import { takeFlag } from './on-file/take-flag';

/** Flags a letter of the file, or takes its flag away. A flag that another letter bears moves from there. */
@Injectable()
export class FlagCorrespondence {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `letter-detached`. */
  @Serves('flagCorrespondence')
  execute(
    actor: Actor,
    fileId: string,
    serial: number,
    { flag }: FlagCorrespondenceRequest,
    ifMatch?: number,
  ): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'add_receipt', ifMatch });
      const letter = await letterOf(tx, custody, serial);
      const takenFrom = await takeFlag(tx, custody, flag);
      await tx.execute('UPDATE correspondence SET flag = $3 WHERE organisation_id = $1 AND id = $2', [
        actor.organisationId,
        letter.id,
        flag,
      ]);
      const version = await changeCustody(tx, custody, await openingOf(tx, custody));
      await tx.record('correspondence.flagged', fileId, {
        relatedId: letter.id,
        data: { serial, flag, ...(takenFrom !== null && takenFrom !== serial ? { takenFrom } : {}) },
      });
      return { id: fileId, version };
    });
  }
}
