import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileCreated, nextVolumeNumber, type OpenVolume as OpenVolumeRequest } from '@patravali/contract';
import {
  changeCustody,
  explanationFor,
  type FileCustody,
  insertCustody,
  lockCustody,
  openingOf,
  writeMovement,
} from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { hasPendingNote, refuseUndecided } from '@patravali/notes';
import { drawSerial } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { ClosingChecks } from '../file/closing-checks';
import { ON_NO_DESK } from '../file/on-no-desk';
import { nextVolumeInHindi } from '../file/number-in-hindi';
import { OfficeFile } from '../file/office-file.entity';
import { refuseClosingApart } from './refuse-closing';

/**
 * Continues a full file in its next volume: a file of its own with the number of the first, on the same desk, where pages, notes
 * and paragraphs begin at 1 again. The present volume is closed for good; nothing in it changes.
 */
@Injectable()
export class OpenVolume {
  constructor(
    private readonly transactions: Transactions,
    private readonly closingChecks: ClosingChecks,
  ) {}

  /** @throws Refusal `volume-of-part`, `note-in-the-way`, and what closing a file is refused for. */
  @Serves('openVolume')
  execute(actor: Actor, fileId: string, request: OpenVolumeRequest, ifMatch?: number): Promise<FileCreated> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'open_volume', ifMatch });
      const cover = await tx.lock(OfficeFile, { id: custody.fileId });
      if (cover.part !== null) throw new Refusal('volume-of-part');
      await refuseClosingApart(tx, custody);
      if (await hasPendingNote(tx, custody)) throw new Refusal('note-in-the-way');
      await this.closingChecks.refuseUnfinished(tx, custody);
      await refuseUndecided(tx, actor, custody);
      const explanation = await explanationFor(tx, custody, request.explanation);

      const volume = custody.volume + 1;
      const number = nextVolumeNumber(cover.number, custody.volume);
      const { grading, urgency, categoryId, dueOn, levels, jumpedPostIds } = custody;
      await close(tx, actor, custody, { number, explanation, state });

      const computerNumber = await drawSerial(tx, 'computer', '', '');
      const next = uuidv7();
      await tx.insert(OfficeFile, {
        id: next,
        organisationId: actor.organisationId,
        number,
        numberHi: nextVolumeInHindi(cover.numberHi, custody.volume),
        computerNumber,
        firstVolumeId: cover.firstVolumeId ?? cover.id,
        volume,
        unitId: cover.unitId,
        headId: cover.headId,
        series: cover.series,
        subject: cover.subject,
        createdByUserId: actor.userId,
        createdByPostId: actor.postId,
        createdCapacity: actor.capacity,
      });
      // Its readers are those of this volume: a trigger takes them over, and nothing is graded or urged anew.
      await insertCustody(tx, actor, next, {
        organisationId: actor.organisationId,
        state: 'on_desk',
        holderPostId: actor.postId,
        readerPostIds: [],
        grading,
        urgency,
        categoryId,
        volume,
        dueOn,
        levels,
        jumpedPostIds,
      });
      await tx.record('file.volume_opened', next, {
        relatedId: custody.fileId,
        data: {
          number,
          computerNumber,
          grading,
          urgency,
          movement: custody.movements + 1,
          lastNote: custody.notes,
          lastPage: custody.pages,
          ...(explanation ? { explanation } : {}),
        },
      });
      return { id: next, version: 1, number, computerNumber };
    });
  }
}

/** Closes the present volume: its last line names the one in which the file goes on. */
async function close(
  tx: Transaction,
  actor: Actor,
  custody: FileCustody,
  { number, explanation, state }: { number: string; explanation: string | null; state: FileCustody['state'] },
): Promise<void> {
  const opening = await openingOf(tx, custody);
  const sequence = custody.movements + 1;
  await writeMovement(tx, actor, {
    thing: { fileId: custody.fileId, notes: custody.notes },
    sequence,
    kind: 'closed',
    fromPostId: custody.holderPostId,
    toPostId: null,
    remarks: number,
    explanation,
  });
  await changeCustody(tx, custody, {
    state,
    continued: true,
    ...opening,
    ...ON_NO_DESK,
    backFromParking: null,
    closedByPostId: actor.postId,
    closingReason: number,
    movements: sequence,
  });
}
