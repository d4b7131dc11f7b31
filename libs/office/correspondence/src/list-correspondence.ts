import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CorrespondenceView, type PageRows, type PageQuery } from '@patravali/contract';
import { listOfFile } from '@patravali/custody';
import { RECEIVED_LETTER } from '@patravali/dak';
import { projection } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { LetterSources } from './letter-sources';

/** The file's table of contents: one statement, closed to non-readers. */
@Injectable()
export class ListCorrespondence {
  constructor(
    private readonly database: EntityManager,
    private readonly sources: LetterSources,
  ) {}

  /** In the order of the serials. @throws Refusal `not-found` for whoever may not read the file. */
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<CorrespondenceView>> {
    const [received, issued] = [RECEIVED_LETTER, this.sources.issues];
    const list = {
      projection: projection(CorrespondenceView, {
        id: 'r.id',
        serial: 'r.serial',
        kind: 'r.kind',
        firstPage: 'r.first_page',
        lastPage: 'r.first_page + r.pages - 1',
        party: `COALESCE(${received.party}, ${issued.party})`,
        letterNumber: `COALESCE(${received.number}, ${issued.number})`,
        letterDate: `COALESCE(${received.date}, ${issued.date})`,
        subject: `COALESCE(${received.subject}, ${issued.subject})`,
        flag: 'r.flag',
        document: DOCUMENT_VIEW.json,
        receiptId: 'r.receipt_id',
        issueId: 'r.issue_id',
        diaryNumber: received.diaryNumber,
        receivedOn: received.receivedOn,
        addedAt: 'r.added_at',
        addedBy: actorRef('r.added_by_user_id', 'r.added_by_post_id', 'r.capacity'),
      }),
      source: `correspondence r ${joinDocument('r.document_id')} ${received.join} ${issued.join}`,
      file: 'r.file_id',
      key: 'serial',
    } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}
