import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, RegradeFile as RegradeFileRequest } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf, readersOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { RegradingChecks } from './file/regrading-checks';
import { refuseBelowAttached } from './together/attach-file';
import { gradeParts } from './together/grade-parts';

/**
 * Gives a file another grading, with a reason: an act of the officer who holds it. Who may read it changes at once: above
 * normal those who have held it, at normal their superiors and the auditors again. Parts whose notes stand in it are graded with it.
 */
@Injectable()
export class RegradeFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly regradingChecks: RegradingChecks,
  ) {}

  /** @throws Refusal `letters-more-graded`, `attached-more-graded`, and `invalid-input` when the file has this grading already. */
  @Serves('regradeFile')
  execute(actor: Actor, fileId: string, request: RegradeFileRequest, ifMatch: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'regrade', ifMatch });
      const { grading, reason } = request;
      if (grading === custody.grading) throw nothingChanged();
      await refuseBelowAttached(tx, custody, grading);
      await this.regradingChecks.refuseUnfit(tx, custody, grading);
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        grading,
        readerPostIds: await readersOf(tx, { fileId }, grading),
      });
      const parts = await gradeParts(tx, custody, grading);
      await tx.record('file.regraded', fileId, {
        reason,
        data: { gradingBefore: custody.grading, gradingAfter: grading, ...(parts.length > 0 && { parts }) },
      });
      return { id: fileId, version };
    });
  }
}

function nothingChanged(): Refusal {
  return new Refusal('invalid-input', {}, { errors: [{ pointer: '#/grading', detail: 'unchanged' }] });
}
