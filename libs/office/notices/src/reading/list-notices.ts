import { Injectable } from '@nestjs/common';
import { Notice, NoticeCount, type PageQuery, type PageRows } from '@patravali/contract';
import { pageByKey, Parameters, projection, select } from '@patravali/database';
import { actionAskedBy } from '@patravali/custody';
import { FILE_ROW } from '@patravali/files';
import { subjectOfKey } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { IS_TAKEN_BACK, isOn, mayReadThing, type Myself, NOTICES, ownNotices } from './own-notices';

/** A count stops here. */
const ENOUGH = 100;

/** What a person was told of, the latest first, as far as he may read it now: one statement a page. */
@Injectable()
export class ListNotices {
  constructor(private readonly database: EntityManager) {}

  execute(myself: Myself, query: PageQuery): Promise<PageRows<Notice>> {
    const parameters = new Parameters();
    const where = [...ownNotices(myself, parameters), isOn('bell')];
    const order = { column: 'n.at', type: 'timestamptz', direction: 'DESC' } as const;
    const listed = { projection: rowOf(myself, parameters), source: NOTICES, where, parameters, order, id: 'n.id' };
    return pageByKey(this.database, listed, query);
  }

  /** Those for which these conditions on `n` hold and that were not taken back, the oldest first, wherever they are silenced. */
  async wanted(myself: Myself, which: (parameters: Parameters) => string[], limit: number): Promise<Notice[]> {
    const parameters = new Parameters();
    const where = [...ownNotices(myself, parameters), ...which(parameters), `NOT ${IS_TAKEN_BACK}`];
    const row = rowOf(myself, parameters);
    return await select(
      this.database,
      row.row,
      `SELECT ${row.columns} FROM ${NOTICES} WHERE ${where.join(' AND ')} ORDER BY n.at, n.id LIMIT ${limit}`,
      parameters.values,
    );
  }

  async count(myself: Myself): Promise<NoticeCount> {
    const parameters = new Parameters();
    const where = [...ownNotices(myself, parameters), isOn('bell'), 'n.read_at IS NULL', `NOT ${IS_TAKEN_BACK}`];
    const [counted] = await select(
      this.database,
      NoticeCount,
      `SELECT count(*)::int AS unread FROM (SELECT 1 FROM ${NOTICES} WHERE ${where.join(' AND ')} LIMIT ${ENOUGH}) counted`,
      parameters.values,
    );
    return counted ?? { unread: 0 };
  }
}

function rowOf(myself: Myself, parameters: Parameters) {
  const { number, subject } = FILE_ROW.expressions;
  return projection(Notice, {
    id: 'n.id',
    kind: 'n.kind',
    postId: 'n.post_id',
    thing: `json_build_object('kind', n.subject_kind, 'id', n.subject_id, 'number', COALESCE(${number}, r.diary_number, ''),
        'numberHi', r.diary_number_hi,
        'subject', CASE WHEN n.subject_kind = 'key' THEN ${subjectOfKey('n.organisation_id', 'n.subject_id')}
          WHEN ${mayReadThing(myself, parameters)} THEN COALESCE(${subject}, r.subject) END,
        'grading', COALESCE(c.grading, r.grading, 'normal'))`,
    from: 'e.post_id',
    action: `CASE WHEN n.kind IN ('file_came', 'receipt_came') THEN ${actionAskedBy('e')} END`,
    at: 'n.at',
    read: `(n.read_at IS NOT NULL OR ${IS_TAKEN_BACK})`,
    takenBack: IS_TAKEN_BACK,
    browser: isOn('browser'),
  });
}
