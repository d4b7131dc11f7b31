import { Instant } from '@patravali/contract';
import { projection, select, type SqlRunner } from '@patravali/database';
import { isDemoOffice, refusesUnchecked } from '@patravali/organisation';
import { DEMO_ROOT, type Trust } from '@patravali/signatures';
import { z } from 'zod';

/** What an office trusts now, and what holds where nobody says that a certificate is not revoked. */
export interface OfficeTrust extends Trust {
  readonly refusesUnchecked: boolean;
}

/** With the id of the organisation as the first parameter. */
export const TRUST_ROW = projection(
  z.object({ now: Instant, demo: z.boolean(), refusesUnchecked: z.boolean(), roots: z.array(z.string()) }),
  {
    now: 'office_now()',
    demo: isDemoOffice('$1::uuid'),
    refusesUnchecked: refusesUnchecked('$1::uuid'),
    roots: `ARRAY(SELECT r.certificate FROM trusted_root r
      WHERE r.organisation_id = $1::uuid AND r.ended_at IS NULL ORDER BY r.added_at)`,
  },
);

type TrustRow = z.output<typeof TRUST_ROW.row>;

export const trustIn = ({ now, demo, refusesUnchecked: refuses, roots }: TrustRow): OfficeTrust => ({
  at: new Date(now),
  refusesUnchecked: refuses,
  roots: [
    ...roots.map((root) => new Uint8Array(Buffer.from(root, 'base64'))),
    ...(demo ? [DEMO_ROOT.certificate] : []),
  ],
});

/** One statement. */
export async function trustOf(database: SqlRunner, organisationId: string): Promise<OfficeTrust> {
  const [row] = await select(database, TRUST_ROW.row, `SELECT ${TRUST_ROW.columns}`, [organisationId]);
  if (!row) throw new Error('The database told no time');
  return trustIn(row);
}
