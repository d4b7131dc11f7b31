import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { CorrespondenceView, Page, PageQuery } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FileCustody } from '@patravali/files';
import { EntityManager } from 'typeorm';
import { DOCUMENT_VIEW } from './receipt-rows';

/** The file's table of contents: one statement, closed to non-readers. */
@Injectable()
export class ListCorrespondence {
  constructor(private readonly database: EntityManager) {}

  /** In the order of the serials. @throws Refusal `not-found` for whoever may not read the file. */
  async execute(actor: Actor, fileId: string, query: PageQuery): Promise<Page<CorrespondenceView>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const after = query.cursor ? decodeCursor(query.cursor, ['number'])[0] : 0;
    const rows = await this.database.query<{ item: CorrespondenceView | null }[]>(
      `SELECT CASE WHEN k.id IS NOT NULL THEN jsonb_build_object('id', k.id, 'serial', k.serial, 'kind', k.kind,
           'firstPage', k.first_page, 'lastPage', k.first_page + k.pages - 1,
           'party', COALESCE(r.sender_name, i.addressee), 'letterNumber', COALESCE(r.letter_number, i.number),
           'letterDate', COALESCE(r.letter_date, i.issued_on), 'subject', COALESCE(r.subject, i.subject), 'flag', k.flag,
           'document', ${DOCUMENT_VIEW}, 'receiptId', k.receipt_id, 'issueId', k.issue_id,
           'diaryNumber', r.diary_number, 'addedAt', k.added_at,
           'addedBy', actor_ref(k.added_by_user_id, k.added_by_post_id, k.capacity)) END AS item
       FROM file_custody c
         LEFT JOIN correspondence k ON k.organisation_id = c.organisation_id AND k.file_id = c.file_id
           AND k.serial > ${bind(after)}
         LEFT JOIN document d ON d.id = k.document_id
         LEFT JOIN receipt r ON r.id = k.receipt_id
         LEFT JOIN issue i ON i.id = k.issue_id
       WHERE c.file_id = ${bind(fileId)} AND ${rowFilter(actor.ability, 'read', FileCustody, 'c', parameters)}
       ORDER BY k.serial LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    if (rows.length === 0) throw new Refusal('not-found');
    const letters = rows.flatMap(({ item }) => item ?? []);
    return toPage(
      letters,
      query.limit,
      (item) => item,
      ({ serial }) => [serial],
    );
  }
}
