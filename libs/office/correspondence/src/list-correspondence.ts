import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CorrespondenceView, type PageRows, type PageQuery } from '@patravali/contract';
import { listOfFile, remarksOnReceipt } from '@patravali/custody';
import { RECEIVED_LETTER } from '@patravali/dak';
import { isoInstant, projection } from '@patravali/database';
import { DOCUMENT_VIEW, joinDocument } from '@patravali/documents';
import { notesReferringTo } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { actorRef } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { LetterSources } from './on-file/letter-sources';

/** The file's table of contents: one statement, closed to non-readers. */
@Injectable()
export class ListCorrespondence {
  constructor(
    private readonly database: EntityManager,
    private readonly sources: LetterSources,
  ) {}

  /** In the order of the serials. @throws Refusal `not-found` for whoever may not read the file. */
  @Serves('listCorrespondence')
  execute(actor: Actor, fileId: string, query: PageQuery): Promise<PageRows<CorrespondenceView>> {
    const [received, issued] = [RECEIVED_LETTER, this.sources.issues];
    const list = {
      projection: projection(CorrespondenceView, {
        id: 'r.id',
        serial: 'r.serial',
        kind: 'r.kind',
        firstPage: 'r.first_page',
        lastPage: 'r.first_page + r.pages - 1',
        party: unlessDetached(`COALESCE(${received.party}, ${issued.party})`),
        letterNumber: unlessDetached(`COALESCE(${received.number}, ${issued.number})`),
        letterDate: unlessDetached(`COALESCE(${received.date}, ${issued.date})`),
        subject: unlessDetached(`COALESCE(${received.subject}, ${issued.subject})`),
        flag: 'r.flag',
        document: unlessDetached(DOCUMENT_VIEW.json),
        receiptId: unlessDetached('r.receipt_id'),
        issueId: 'r.issue_id',
        withdrawn: issued.withdrawn,
        answersIssueId: unlessDetached('r.answers_issue_id'),
        diaryNumber: received.diaryNumber,
        diaryNumberHi: received.diaryNumberHi,
        receivedOn: unlessDetached(received.receivedOn),
        addedAt: 'r.added_at',
        addedBy: actorRef('r.added_by_user_id', 'r.added_by_post_id', 'r.capacity'),
        afterNote: 'r.notes',
        afterMovement: 'r.movements',
        remarks: remarksOnReceipt('r.organisation_id', unlessDetached('r.receipt_id')),
        citedBy: notesReferringTo({
          organisationId: 'r.organisation_id',
          fileId: 'r.file_id',
          kind: 'correspondence',
          first: 'r.first_page',
          last: 'r.first_page + r.pages - 1',
        }),
        detached: `CASE WHEN r.detached_at IS NOT NULL THEN jsonb_build_object('reason', r.detach_reason,
          'at', ${isoInstant('r.detached_at')},
          'by', ${actorRef('r.detached_by_user_id', 'r.detached_by_post_id', 'r.detached_capacity')}) END`,
        detachable: `r.detached_at IS NULL AND r.kind = 'received' AND r.movements = c.movements AND c.state = 'on_desk'`,
      }),
      source: `correspondence r ${joinDocument('r.document_id')} ${received.join} ${issued.join}`,
      file: 'r.file_id',
      key: 'serial',
    } as const;
    return listOfFile(this.database, actor, fileId, query, list);
  }
}

/** Of a letter that is detached the file keeps its place and its diary number, and nothing that it says. */
const unlessDetached = (expression: string): string => `CASE WHEN r.detached_at IS NULL THEN ${expression} END`;
