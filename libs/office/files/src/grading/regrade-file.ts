import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileRegraded, Grading, RegradeFile as RegradeFileRequest } from '@patravali/contract';
import { changeCustody, type FileCustody, joinCustody, lockCustody, openingOf, readersOf } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { isAbove } from '../file/gradings';
import { refuseBelowAttached } from '../together/attach-file';
import { countTouched } from './count-touched';
import { gradeAlong, type GradedAlong } from './grade-along';
import { RegradingChecks } from './regrading-checks';
import { type FollowedGrading, RegradingReach } from './regrading-reach';

/**
 * Gives a file another grading, with a reason: an act of the officer who holds it. Who may read it changes at once: above
 * normal those who have held it, at normal their superiors and the auditors again. Upwards its parts and other volumes are graded
 * with it, and whatever else shows its subject or its notes follows; downwards nothing does.
 */
@Injectable()
export class RegradeFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly regradingChecks: RegradingChecks,
    private readonly reach: RegradingReach,
  ) {}

  /**
   * @throws Refusal `letters-more-graded`, `attached-more-graded`, `part-below-main`, `part-inside-lower`, and `invalid-input` when
   *   the file has this grading already.
   */
  @Serves('regradeFile')
  execute(actor: Actor, fileId: string, request: RegradeFileRequest, ifMatch: number): Promise<FileRegraded> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'regrade', ifMatch });
      const { grading, reason } = request;
      if (grading === custody.grading) throw nothingChanged();
      if (!isAbove(grading, custody.grading)) await refuseBelowMain(tx, custody, grading);
      await refuseBelowAttached(tx, custody, grading);
      await this.regradingChecks.refuseUnfit(tx, custody, grading);
      const touched = await countTouched(tx, custody, grading, this.reach);
      const version = await changeCustody(tx, custody, {
        ...(await openingOf(tx, custody)),
        grading,
        readerPostIds: await readersOf(tx, { fileId }, grading),
      });
      await tx.record('file.regraded', fileId, {
        reason,
        data: {
          gradingBefore: custody.grading,
          gradingAfter: grading,
          ...(await this.spread(tx, actor, custody, request)),
        },
      });
      return { id: fileId, version, touched };
    });
  }

  /** Upwards alone. @returns what the event says of it. */
  private async spread(
    tx: Transaction,
    actor: Actor,
    custody: FileCustody,
    { grading, reason }: RegradeFileRequest,
  ): Promise<Spread> {
    if (!isAbove(grading, custody.grading)) return {};
    const { fileIds, parts, volumes } = await gradeAlong(tx, custody, grading);
    const followed = await this.reach.follow(tx, actor, { fileIds: [custody.fileId, ...fileIds], reason });
    return { ...(parts.length > 0 && { parts }), ...(volumes.length > 0 && { volumes }), ...followed };
  }
}

/** What went along, by its number, and what followed. */
type Spread = Partial<Pick<GradedAlong, 'parts' | 'volumes'>> & FollowedGrading;

/** A part has the subject of its main file. @throws Refusal `part-below-main`. */
async function refuseBelowMain(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  grading: Grading,
): Promise<void> {
  const [above] = await tx.select(
    z.object({ id: z.uuid() }),
    `SELECT f.id FROM office_file f ${joinCustody('f.main_file_id')} WHERE f.organisation_id = $1 AND f.id = $2
       AND grading_place(c.grading) > grading_place($3)`,
    [organisationId, fileId, grading],
  );
  if (above) throw new Refusal('part-below-main');
}

function nothingChanged(): Refusal {
  return new Refusal('invalid-input', {}, { errors: [{ pointer: '#/grading', detail: 'unchanged' }] });
}
