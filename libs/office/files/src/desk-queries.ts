import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import type { FileRow, InboxQuery, Page, PageQuery } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { FILE_ROW_COLUMNS, type FileRecord, toFileRow } from './file-rows';

type Keyed = FileRecord & { readonly key: string };

/** The lists of one desk. Each is one statement on an index that begins with the post, paged by key. */
@Injectable()
export class DeskQueries {
  constructor(private readonly database: EntityManager) {}

  /** What lies on the desk of the acting post. */
  async inbox(actor: Actor, query: InboxQuery): Promise<Page<FileRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `c.organisation_id = ${bind(actor.organisationId)}`,
      `c.holder_post_id = ${bind(actor.postId)}`,
      `c.state = 'on_desk'`,
    ];
    if (query.unread !== undefined) where.push(`c.opened_at IS ${query.unread ? '' : 'NOT '}NULL`);
    if (query.late) where.push('c.due_on < india_today()');
    if (query.dueThisWeek) where.push('c.due_on BETWEEN india_today() AND india_today() + 6');
    if (query.action) where.push(`c.action = ${bind(query.action)}`);
    const order = INBOX_ORDERS[query.order];
    if (query.order === 'due') where.push('c.due_on IS NOT NULL');
    if (query.cursor) {
      const [key, id] = decodeCursor(query.cursor, ['string', 'string']);
      where.push(`(${order.column}, c.file_id) ${order.after} (${bind(key)}::${order.type}, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<Keyed[]>(
      `SELECT ${FILE_ROW_COLUMNS}, ${order.column}::text AS key
       FROM file_custody c JOIN office_file f ON f.id = c.file_id
       WHERE ${where.join(' AND ')}
       ORDER BY ${order.column} ${order.direction}, c.file_id ${order.direction} LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    return keyedPage(rows, query.limit);
  }

  /** What the acting post has sent, the latest first, and where each file is now. */
  async sent(actor: Actor, query: PageQuery): Promise<Page<FileRow>> {
    return await this.list(actor, query, {
      from: 'file_sent s JOIN file_custody c ON c.file_id = s.file_id JOIN office_file f ON f.id = s.file_id',
      post: 's.post_id',
      organisation: 's.organisation_id',
      key: 's.sent_at',
      id: 's.file_id',
      and: 'AND c.holder_post_id IS DISTINCT FROM s.post_id',
    });
  }

  /** What the acting post has closed, the latest first. */
  async closed(actor: Actor, query: PageQuery): Promise<Page<FileRow>> {
    return await this.list(actor, query, {
      from: 'file_custody c JOIN office_file f ON f.id = c.file_id',
      post: 'c.closed_by_post_id',
      organisation: 'c.organisation_id',
      key: 'c.since',
      id: 'c.file_id',
      and: `AND c.state = 'closed'`,
    });
  }

  /** What was opened from the acting post, the latest first: ids are made in the order of time. */
  async created(actor: Actor, query: PageQuery): Promise<Page<FileRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [`f.organisation_id = ${bind(actor.organisationId)}`, `f.created_by_post_id = ${bind(actor.postId)}`];
    if (query.cursor) where.push(`f.id < ${bind(decodeCursor(query.cursor, ['string'])[0])}::uuid`);
    const rows = await this.database.query<FileRecord[]>(
      `SELECT ${FILE_ROW_COLUMNS} FROM office_file f JOIN file_custody c ON c.file_id = f.id
       WHERE ${where.join(' AND ')} ORDER BY f.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    return toPage(rows, query.limit, toFileRow, ({ id }) => [id]);
  }

  private async list(actor: Actor, query: PageQuery, list: DeskList): Promise<Page<FileRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [`${list.organisation} = ${bind(actor.organisationId)}`, `${list.post} = ${bind(actor.postId)}`];
    if (query.cursor) {
      const [key, id] = decodeCursor(query.cursor, ['string', 'string']);
      where.push(`(${list.key}, ${list.id}) < (${bind(key)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<Keyed[]>(
      `SELECT ${FILE_ROW_COLUMNS}, ${list.key}::text AS key FROM ${list.from}
       WHERE ${where.join(' AND ')} ${list.and}
       ORDER BY ${list.key} DESC, ${list.id} DESC LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    return keyedPage(rows, query.limit);
  }
}

interface DeskList {
  readonly from: string;
  readonly post: string;
  readonly organisation: string;
  readonly key: string;
  readonly id: string;
  readonly and: string;
}

const INBOX_ORDERS = {
  newest: { column: 'c.since', type: 'timestamptz', direction: 'DESC', after: '<' },
  oldest: { column: 'c.since', type: 'timestamptz', direction: 'ASC', after: '>' },
  due: { column: 'c.due_on', type: 'date', direction: 'ASC', after: '>' },
} as const;

/** The key travels as PostgreSQL prints it, so that no microsecond is lost on the way. */
function keyedPage(rows: Keyed[], limit: number): Page<FileRow> {
  return toPage(rows, limit, toFileRow, ({ key, id }) => [key, id]);
}
