import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileCreated, type OpenPart as OpenPartRequest, roman } from '@patravali/contract';
import { insertCustody, lockCustody, newCustody } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { drawSerial } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { partInHindi } from '../file/number-in-hindi';
import { OfficeFile } from '../file/office-file.entity';

/**
 * Opens a part of a file that is away: a file of its own with the number of the main file, its subject and its grading, on
 * the desk of whoever opens it. It moves alone until it is incorporated.
 */
@Injectable()
export class OpenPart {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `main-file-here`, `part-of-part`, `grading-needs-officer`. */
  @Serves('openPart')
  execute(actor: Actor, mainFileId: string, { remarks }: OpenPartRequest): Promise<FileCreated> {
    return this.transactions.run(actor, async (tx) => {
      const { custody: main } = await lockCustody(tx, actor, { fileId: mainFileId, move: 'open_part' });
      if (main.holderPostId === actor.postId) throw new Refusal('main-file-here');
      const cover = await tx.lock(OfficeFile, { id: main.fileId });
      if (cover.mainFileId !== null) throw new Refusal('part-of-part');
      const { grading, categoryId } = main;
      const custody = await newCustody(tx, actor, { grading, urgency: 'ordinary', categoryId });
      const part = await nextPart(tx, main.fileId);
      const number = `${cover.number}/Part ${roman(part).toUpperCase()}`;
      const computerNumber = await drawSerial(tx, 'computer', '', '');
      const fileId = uuidv7();
      await tx.insert(OfficeFile, {
        id: fileId,
        organisationId: actor.organisationId,
        number,
        numberHi: partInHindi(cover.numberHi, part),
        computerNumber,
        mainFileId: main.fileId,
        part,
        unitId: cover.unitId,
        headId: cover.headId,
        series: cover.series,
        subject: cover.subject,
        coverRemarks: remarks ?? null,
        createdByUserId: actor.userId,
        createdByPostId: actor.postId,
        createdCapacity: actor.capacity,
      });
      await insertCustody(tx, actor, fileId, custody);
      await tx.record('file.part_opened', fileId, {
        relatedId: main.fileId,
        data: { number, computerNumber, grading },
      });
      return { id: fileId, version: 1, number, computerNumber };
    });
  }
}

/** The lock of the main file is held. */
async function nextPart(tx: Transaction, mainFileId: string): Promise<number> {
  const [last] = await tx.select(
    z.object({ part: z.int() }),
    'SELECT COALESCE(max(part), 0) + 1 AS part FROM office_file WHERE organisation_id = $1 AND main_file_id = $2',
    [tx.by.organisationId, mainFileId],
  );
  return last?.part ?? 1;
}
