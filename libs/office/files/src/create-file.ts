import { Injectable } from '@nestjs/common';
import { type Actor, authorize } from '@patravali/authorization';
import type { CreateFile as CreateFileRequest, FileCreated } from '@patravali/contract';
import { FileCustody, readersWith, writeMovement, writeOpening } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { drawNumber, drawSerial } from '@patravali/numbering';
import { findNumberHead, unitAbbreviation } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { OfficeFile } from './office-file.entity';

/** Opens a file by the four-head scheme: the system composes the number, free typing is impossible. */
@Injectable()
export class CreateFile {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, request: CreateFileRequest): Promise<FileCreated> {
    return this.transactions.run(actor, async (tx) => {
      const cover = coverOf(actor, request);
      authorize(actor, 'create', Object.assign(new FileCustody(), cover));
      const head = await findNumberHead(tx, request.headId);
      const drawn = await drawNumber(tx, {
        kind: 'file',
        fields: { ...head, unit: await unitAbbreviation(tx, actor.post.unitId) },
      });
      const computerNumber = await drawSerial(tx, 'computer', '', '');
      const fileId = uuidv7();
      await tx.insert(OfficeFile, {
        id: fileId,
        organisationId: actor.organisationId,
        number: drawn.number,
        computerNumber,
        unitId: actor.post.unitId,
        headId: request.headId,
        series: drawn.series,
        subject: request.subject,
        coverRemarks: request.remarks ?? null,
        createdByUserId: actor.userId,
        createdByPostId: actor.postId,
        createdCapacity: actor.capacity,
      });
      await tx.insert(FileCustody, {
        ...cover,
        fileId,
        readerPostIds: await readersWith(tx, [], request.grading, [actor.postId]),
        since: NOW,
        openedAt: NOW,
        movements: 1,
        version: 1,
      });
      await writeMovement(tx, actor, {
        thing: { fileId },
        sequence: 1,
        kind: 'created',
        fromPostId: null,
        toPostId: actor.postId,
        urgency: request.urgency,
      });
      await writeOpening(tx, fileId, 1);
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.created',
        data: { number: drawn.number, computerNumber, grading: request.grading, urgency: request.urgency },
      });
      return { id: fileId, version: 1, number: drawn.number, computerNumber };
    });
  }
}

/** The custody that a new file begins with: what the rule for creating is asked about. */
function coverOf(actor: Actor, { grading, urgency }: CreateFileRequest) {
  return {
    organisationId: actor.organisationId,
    state: 'on_desk',
    holderPostId: actor.postId,
    readerPostIds: [actor.postId],
    grading,
    urgency,
  } satisfies Partial<FileCustody>;
}
