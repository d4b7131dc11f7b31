import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { DraftRow, Page, PageQuery } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { FileCustody } from '@patravali/files';
import { EntityManager } from 'typeorm';
import { DRAFT_ROW, DRAFT_SOURCE } from './draft-rows';

/** The drafts of a desk and of a file. One statement a page. */
@Injectable()
export class DraftLists {
  constructor(private readonly database: EntityManager) {}

  /** Drafts in the making on the files that lie on the desk of the acting post, the latest change first. */
  async desk(actor: Actor, query: PageQuery): Promise<Page<DraftRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `c.organisation_id = ${bind(actor.organisationId)}`,
      `c.holder_post_id = ${bind(actor.postId)}`,
      `c.state = 'on_desk'`,
      `d.state IN ('draft', 'approved')`,
    ];
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, ['string', 'string']);
      where.push(`(d.changed_at, d.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<{ item: DraftRow; key: string }[]>(
      `SELECT ${DRAFT_ROW} AS item, d.changed_at::text AS key FROM ${DRAFT_SOURCE}
       WHERE ${where.join(' AND ')} ORDER BY d.changed_at DESC, d.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    return toPage(
      rows,
      query.limit,
      ({ item }) => item,
      ({ item, key }) => [key, item.id],
    );
  }

  /** Every draft of a file, DFA I first. @throws Refusal `not-found` for whoever may not read the file. */
  async file(actor: Actor, fileId: string, query: PageQuery): Promise<Page<DraftRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const after = query.cursor ? decodeCursor(query.cursor, ['number'])[0] : 0;
    const [found] = await this.database.query<{ items: DraftRow[] }[]>(
      `SELECT COALESCE((SELECT jsonb_agg(page.item) FROM (
           SELECT ${DRAFT_ROW} AS item FROM ${DRAFT_SOURCE}
           WHERE d.organisation_id = mine.organisation_id AND d.file_id = mine.file_id AND d.ordinal > ${bind(after)}
           ORDER BY d.ordinal LIMIT ${bind(query.limit + 1)}) page), '[]') AS items
       FROM file_custody mine
       WHERE mine.file_id = ${bind(fileId)} AND ${rowFilter(actor.ability, 'read', FileCustody, 'mine', parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    return toPage(
      found.items,
      query.limit,
      (item) => item,
      ({ ordinal }) => [ordinal],
    );
  }
}
