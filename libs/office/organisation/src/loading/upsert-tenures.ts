import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { OfficeDescription } from './office-description';

const WRITTEN = z.object({ name: z.string(), ends: z.boolean() });
/** A charge that the description makes, changes or ends. */
interface WrittenTenure {
  readonly kind: 'tenure';
  readonly name: string;
  readonly outcome: 'added' | 'changed' | 'ended';
}

/** Who, and which post. */
const NAMED = `described.person || ' ' || described.post AS name`;

/** Known ones first: a tenure that now ends makes room for the next regular holder. What an administrator has ended stays so. */
export async function upsertTenures(tx: Transaction, tenures: OfficeDescription['tenures']): Promise<WrittenTenure[]> {
  const asJson = JSON.stringify(tenures.map((tenure) => ({ id: uuidv7(), ...tenure })));
  const described = `(SELECT t.*, person.id AS user_id, post.id AS post_id
    FROM jsonb_to_recordset($2::jsonb) AS t (id uuid, person text, post text, kind text, "from" date, until date, "order" text)
    JOIN office_user person ON person.organisation_id = $1 AND person.username = t.person
    JOIN post ON post.organisation_id = $1 AND post.marking = t.post) AS described`;
  const isKnown = `tenure.organisation_id = $1 AND tenure.user_id = described.user_id
    AND tenure.post_id = described.post_id AND tenure.kind = described.kind AND tenure.from_on = described."from"`;
  const changed = await tx.select(
    WRITTEN,
    `UPDATE tenure SET until_on = described.until, order_reference = described."order" FROM ${described}
     WHERE ${isKnown} AND tenure.end_cause IS NULL AND (until_on, order_reference) IS DISTINCT FROM (described.until, described."order")
     RETURNING ${NAMED}, described.until IS NOT NULL AS ends`,
    [tx.by.organisationId, asJson],
  );
  const added = await tx.select(
    z.object({ name: z.string() }),
    `WITH new AS (INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, until_on, order_reference)
     SELECT described.id, $1, user_id, post_id, kind, "from", until, "order" FROM ${described}
     WHERE NOT EXISTS (SELECT FROM tenure WHERE ${isKnown}) RETURNING id)
     SELECT ${NAMED} FROM new JOIN ${described} ON described.id = new.id`,
    [tx.by.organisationId, asJson],
  );
  return [
    ...changed.map(({ name, ends }) => ({ kind: 'tenure', name, outcome: ends ? 'ended' : 'changed' }) as const),
    ...added.map(({ name }) => ({ kind: 'tenure', name, outcome: 'added' }) as const),
  ];
}
