import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { Page, PageQuery, ReceiptRow, RegisterQuery } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { betweenDays, RECEIPT_ROW, receiptSource } from './receipt-rows';
import { Receipt } from './receipt.entity';

interface Keyed {
  readonly item: ReceiptRow;
  readonly key: string;
}

/** The receipts of a desk, and the diary of the office. One statement each, paged by key. */
@Injectable()
export class ReceiptLists {
  constructor(private readonly database: EntityManager) {}

  /** What lies on the desk of the acting post, the latest first. */
  async inbox(actor: Actor, query: PageQuery): Promise<Page<ReceiptRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `r.organisation_id = ${bind(actor.organisationId)}`,
      `r.holder_post_id = ${bind(actor.postId)}`,
      `r.state <> 'in_file'`,
      ...after(query, 'r.since', parameters),
    ];
    const rows = await this.database.query<Keyed[]>(
      `SELECT ${RECEIPT_ROW} AS item, r.since::text AS key FROM ${receiptSource(actor, parameters)}
       WHERE ${where.join(' AND ')} ORDER BY r.since DESC, r.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    return toReceiptPage(rows, query.limit);
  }

  /**
   * What the acting post may see of the diary between two days in India, the latest first. Each reason for seeing a line
   * is asked by itself, on an index of its own: together they would read the whole diary.
   */
  async diary(actor: Actor, query: RegisterQuery): Promise<Page<ReceiptRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `r.organisation_id = ${bind(actor.organisationId)}`,
      ...betweenDays('r.diarised_at', query, parameters),
      ...after(query, 'r.diarised_at', parameters),
    ];
    const page = `ORDER BY r.diarised_at DESC, r.id DESC LIMIT ${bind(query.limit + 1)}`;
    const seen = (['read', 'read_register'] as const).map((action) => {
      const branch = rowFilter(actor.ability, action, Receipt, 'r', parameters);
      return `(SELECT r.id FROM receipt r WHERE ${[branch, ...where].join(' AND ')} ${page})`;
    });
    const rows = await this.database.query<Keyed[]>(
      `WITH seen AS (${seen.join(' UNION ')})
       SELECT ${RECEIPT_ROW} AS item, r.diarised_at::text AS key
       FROM ${receiptSource(actor, parameters)} JOIN seen ON seen.id = r.id ${page}`,
      parameters.values,
    );
    return toReceiptPage(rows, query.limit);
  }
}

/** The key travels as PostgreSQL prints it, so that no microsecond is lost on the way. */
function toReceiptPage(rows: Keyed[], limit: number): Page<ReceiptRow> {
  return toPage(
    rows,
    limit,
    ({ item }) => item,
    ({ item, key }) => [key, item.id],
  );
}

/** The rows that come after the last one shown. */
function after({ cursor }: PageQuery, key: string, { bind }: Parameters): string[] {
  if (!cursor) return [];
  const [at, id] = decodeCursor(cursor, ['string', 'string']);
  return [`(${key}, r.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`];
}
