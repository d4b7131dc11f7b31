import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CreateFile as CreateFileRequest, FileCreated } from '@patravali/contract';
import { insertCustody, newCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { drawNumber, drawSerial } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { categoryCode, headInNumbers, unitInNumbers } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { OfficeFile } from './file/office-file.entity';

/** Opens a file by the four-head scheme: the system composes the number, free typing is impossible. */
@Injectable()
export class CreateFile {
  constructor(private readonly transactions: Transactions) {}

  @Serves('createFile')
  execute(actor: Actor, request: CreateFileRequest): Promise<FileCreated> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await newCustody(tx, actor, request);
      const head = await headInNumbers(tx, request.headId);
      const unit = await unitInNumbers(tx, actor.post.unitId);
      const category = await categoryCode(tx, request.categoryId);
      const drawn = await drawNumber(tx, {
        kind: 'file',
        fields: { ...head.fields, ...unit.fields },
        fieldsHi: { ...head.fieldsHi, ...unit.fieldsHi },
      });
      const computerNumber = await drawSerial(tx, 'computer', '', '');
      const fileId = uuidv7();
      await tx.insert(OfficeFile, {
        id: fileId,
        organisationId: actor.organisationId,
        number: drawn.number,
        numberHi: drawn.numberHi,
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
      await insertCustody(tx, actor, fileId, custody);
      await tx.record('file.created', fileId, {
        data: {
          number: drawn.number,
          computerNumber,
          grading: request.grading,
          urgency: request.urgency,
          ...(category === null ? {} : { category }),
        },
      });
      return { id: fileId, version: 1, number: drawn.number, computerNumber };
    });
  }
}
