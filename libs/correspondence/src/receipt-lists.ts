import { Injectable } from '@nestjs/common';
import { type Actor, Parameters, rowFilter } from '@patravali/authorization';
import type { Page, PageQuery, ReceiptRow, RegisterQuery } from '@patravali/contract';
import { decodeCursor, toPage } from '@patravali/database';
import { EntityManager } from 'typeorm';
import { betweenDays, RECEIPT_ROW, receiptSource } from './receipt-rows';
import { Receipt } from './receipt.entity';

interface Keyed {
  readonly item: ReceiptRow;
  /** The sort key as PostgreSQL prints it, so that no microsecond is lost on the way. */
  readonly key: string;
}

/** The receipts of a desk, and the diary of the office. One statement each, paged by key. */
@Injectable()
export class ReceiptLists {
  constructor(private readonly database: EntityManager) {}

  /** What lies on the desk of the acting post, the latest first. */
  inbox(actor: Actor, query: PageQuery): Promise<Page<ReceiptRow>> {
    return this.list(actor, query, 'r.since', ({ bind }) => [
      `r.organisation_id = ${bind(actor.organisationId)}`,
      `r.holder_post_id = ${bind(actor.postId)}`,
      `r.state <> 'in_file'`,
    ]);
  }

  /** What the acting post may see of the diary between two days in India, the latest first. */
  diary(actor: Actor, query: RegisterQuery): Promise<Page<ReceiptRow>> {
    return this.list(actor, query, 'r.diarised_at', (parameters) => [
      `r.organisation_id = ${parameters.bind(actor.organisationId)}`,
      rowFilter(actor.ability, 'read_register', Receipt, 'r', parameters),
      ...betweenDays('r.diarised_at', query, parameters),
    ]);
  }

  private async list(
    actor: Actor,
    query: PageQuery,
    key: 'r.since' | 'r.diarised_at',
    conditions: (parameters: Parameters) => string[],
  ): Promise<Page<ReceiptRow>> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = conditions(parameters);
    if (query.cursor) {
      const [at, id] = decodeCursor(query.cursor, ['string', 'string']);
      where.push(`(${key}, r.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)`);
    }
    const rows = await this.database.query<Keyed[]>(
      `SELECT ${RECEIPT_ROW} AS item, ${key}::text AS key FROM ${receiptSource(actor, parameters)}
       WHERE ${where.join(' AND ')} ORDER BY ${key} DESC, r.id DESC LIMIT ${bind(query.limit + 1)}`,
      parameters.values,
    );
    return toPage(
      rows,
      query.limit,
      ({ item }) => item,
      ({ item, key: at }) => [at, item.id],
    );
  }
}
