import type { ReadingAct } from '@patravali/contract-base';
import type { Principal } from '@patravali/database';

/** What can be read: a file, a receipt, a document, a letter that went out, or something of the whole office, as a register. */
export type ReadItemKind = 'file' | 'receipt' | 'document' | 'issue' | 'organisation';

export interface Reading {
  readonly item: { readonly kind: ReadItemKind; readonly id: string };
  readonly act: ReadingAct;
  /** Which part, where it was not the whole: the note sheet, a selection, a register, what was searched for. At most 300 characters. */
  readonly part?: string | undefined;
}

/** What takes a statement; inside or outside a transaction. */
interface Database {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

/** As in the index `item_reading_once`: any other conflict is a fault. */
const ONCE = `(organisation_id, item_id, user_id, post_id, item_kind, act, part,
  date_bin(INTERVAL '10 minutes', at, TIMESTAMPTZ '2000-01-01 00:00:00+00'))`;

/**
 * Notes that somebody is about to be shown something, in one statement that meets no other. To be awaited before anything is
 * shown: what cannot be noted is not shown. The same again within ten minutes, by the same person at the same post, is one reading.
 * It becomes an event within seconds. For bundles: the act `bundled`, of what the bundle is of; for a search of an
 * auditor: `searched`, of the kind `organisation`, and what he searched for as the part.
 */
export async function countReading(
  database: Database,
  { organisationId, userId, postId, capacity }: Pick<Principal, 'organisationId' | 'userId' | 'postId' | 'capacity'>,
  { item, act, part = '' }: Reading,
): Promise<void> {
  await database.query(
    `INSERT INTO item_reading (organisation_id, user_id, post_id, capacity, item_kind, item_id, act, part)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ${ONCE} DO NOTHING`,
    [organisationId, userId, postId, capacity, item.kind, item.id, act, part],
  );
}
