import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type CorrectCover as CorrectCoverRequest, type FileChanged, markingInBoth } from '@patravali/contract';
import { changeCustody, type FileCustody, lockCustody, openingOf } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { categoryCode, decidingPost, rankedPost, RankedPost } from '@patravali/organisation';
import { z } from 'zod';
import { OfficeFile } from './file/office-file.entity';

/** Corrects a cover, its wording and its kind of case, with a reason: an act of the holder. The numbers of the file never change. */
@Injectable()
export class CorrectCover {
  constructor(private readonly transactions: Transactions) {}

  /**
   * The event keeps the old and the new. @throws Refusal `invalid-input` when nothing would change, `unknown-category`,
   * `category-lowers-authority`.
   */
  @Serves('correctCover')
  execute(actor: Actor, fileId: string, request: CorrectCoverRequest, ifMatch: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'correct_cover', ifMatch });
      const before = await tx.lock(OfficeFile, { id: fileId });
      const { subject, remarks, reason, categoryId = custody.categoryId } = request;
      const wording = {
        ...(subject === before.subject ? {} : { subjectBefore: before.subject, subjectAfter: subject }),
        ...(remarks === before.coverRemarks ? {} : { remarksBefore: before.coverRemarks, remarksAfter: remarks }),
        ...(categoryId === custody.categoryId
          ? {}
          : {
              categoryBefore: await categoryCode(tx, custody.categoryId),
              categoryAfter: await categoryCode(tx, categoryId),
            }),
      };
      if (Object.keys(wording).length === 0) throw nothingChanged();
      if (custody.notes > 0 && categoryId !== custody.categoryId)
        await refuseLowerAuthority(tx, actor, custody, categoryId);
      await tx.update(OfficeFile, { id: fileId }, { subject, coverRemarks: remarks });
      const version = await changeCustody(tx, custody, { ...(await openingOf(tx, custody)), categoryId });
      await tx.record('file.cover_corrected', fileId, { reason, data: wording });
      return { id: fileId, version };
    });
  }
}

function nothingChanged(): Refusal {
  return new Refusal('invalid-input', {}, { errors: [{ pointer: '#/subject', detail: 'unchanged' }] });
}

const DECIDES = z.object({ before: RankedPost.nullable(), after: RankedPost.nullable() });

/** A case that is under way is taken to a lower authority, or out of its kind, only by the post that decides on it or a higher one. */
async function refuseLowerAuthority(
  tx: Transaction,
  { organisationId, postId }: Actor,
  { categoryId }: FileCustody,
  wanted: string | null,
): Promise<void> {
  const [decides] = await tx.select(
    DECIDES,
    `SELECT ${rankedPost(decidingPost('$1', '$3', '$2'))} AS before, ${rankedPost(decidingPost('$1', '$4', '$2'))} AS after`,
    [organisationId, postId, categoryId, wanted],
  );
  if (!decides?.before || (decides.after && decides.after.level <= decides.before.level)) return;
  const errors = [{ pointer: '#/categoryId', detail: 'category-lowers-authority' }];
  throw new Refusal('category-lowers-authority', { post: markingInBoth(decides.before) }, { errors });
}
