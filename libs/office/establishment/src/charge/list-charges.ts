import { Injectable } from '@nestjs/common';
import {
  CHARGE_ITEM_KINDS,
  ChargeView,
  type Language,
  type PageQuery,
  type PageRows,
  prepares,
} from '@patravali/contract';
import { pageByKey, Parameters, projection, select } from '@patravali/database';
import { joinDocument, type NamedBytes } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import type { SignedIn } from '@patravali/identity';
import { personName } from '@patravali/organisation';
import { toSha256 } from '@patravali/storage';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

const count = (kind: string) =>
  `'${kind}', (SELECT count(*)::int FROM jsonb_array_elements(h.items) item WHERE item ->> 'kind' = '${kind}')`;

const rowFor = (mayRead: string) =>
  projection(ChargeView, {
    id: 'h.id',
    post: 'h.post_id',
    from: personName('h.from_user_id'),
    cause: 'h.cause',
    orderReference: 'h.order_reference',
    handedOn: 'h.handed_on',
    half: 'h.half',
    handedAt: 'h.handed_at',
    counts: `jsonb_build_object(${CHARGE_ITEM_KINDS.map(count).join(', ')})`,
    takenBy: personName('h.taken_by_user_id'),
    takenAt: 'h.taken_at',
    certificate: `CASE WHEN NOT (${mayRead}) THEN 'withheld' WHEN h.document_hi_id IS NULL THEN 'being_made' ELSE 'made' END`,
  });

const BYTES = z.object({ sha256: z.string(), size: z.int(), fileName: z.string() });
type Reader = Pick<SignedIn, 'person' | 'heldPosts'>;

/** Charges that were handed over, and their certificates, also for who holds no post any more. */
@Injectable()
export class ListCharges {
  constructor(private readonly database: EntityManager) {}

  /** The latest first. */
  execute(reader: Reader, query: PageQuery): Promise<PageRows<ChargeView>> {
    const parameters = new Parameters();
    const where = readBy(reader, parameters, ['auditor', 'administrator']);
    const row = rowFor(readBy(reader, parameters, ['auditor']).join(' AND '));
    const order = { column: 'h.handed_at', type: 'timestamptz', direction: 'DESC' } as const;
    return pageByKey(
      this.database,
      { projection: row, source: 'charge_handover h', where, parameters, order, id: 'h.id' },
      query,
    );
  }

  /** Administrators enter who leaves, and read nothing of what lay there. @throws Refusal `not-found`, `pdf-not-ready` */
  async certificate(reader: Reader, chargeId: string, language: Language): Promise<NamedBytes> {
    const parameters = new Parameters();
    const where = [...readBy(reader, parameters, ['auditor']), `h.id = ${parameters.bind(chargeId)}`];
    const [found] = await select(
      this.database,
      z.object({ documentId: z.uuid().nullable() }),
      `SELECT h.document_${language}_id AS "documentId" FROM charge_handover h WHERE ${where.join(' AND ')}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    if (found.documentId === null) throw new Refusal('pdf-not-ready');
    const [bytes] = await select(
      this.database,
      BYTES,
      `SELECT d.sha256, d.size::double precision AS size, d.file_name AS "fileName"
       FROM charge_handover h ${joinDocument(`h.document_${language}_id`)} WHERE h.organisation_id = $1 AND h.id = $2`,
      [reader.person.organisationId, chargeId],
    );
    if (!bytes) throw new Refusal('not-found');
    return { ...bytes, sha256: toSha256(bytes.sha256) };
  }
}

/** Who handed or took over, whoever holds the post, and who has one of these roles: conditions on `h`. */
function readBy({ person, heldPosts }: Reader, { bind }: Parameters, roles: readonly ('auditor' | 'administrator')[]) {
  const posts = heldPosts.filter(({ capacity }) => !prepares(capacity));
  const ours = `h.organisation_id = ${bind(person.organisationId)}`;
  if (posts.some((post) => roles.some((role) => post.roles.includes(role)))) return [ours];
  const me = bind(person.userId);
  const own = `h.from_user_id = ${me} OR h.taken_by_user_id = ${me}`;
  return [ours, `(${own} OR h.post_id = ANY (${bind(posts.map(({ id }) => id))}::uuid[]))`];
}
