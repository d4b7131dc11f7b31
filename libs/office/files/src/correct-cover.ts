import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CorrectCover as CorrectCoverRequest, FileChanged } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { categoryCode } from '@patravali/organisation';
import { OfficeFile } from './file/office-file.entity';

/** Corrects a cover, its wording and its kind of case, with a reason: an act of the holder. The numbers of the file never change. */
@Injectable()
export class CorrectCover {
  constructor(private readonly transactions: Transactions) {}

  /** The event keeps the old and the new. @throws Refusal `invalid-input` when nothing would change, `unknown-category`. */
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
