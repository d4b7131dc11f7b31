import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { NumberedKind } from './draw-number';
import type { NumberPeriod } from './number-period';

/** The number schemes, as `scheme`: for a list that shows what a number would look like. */
export const NUMBER_SCHEMES = 'number_scheme scheme';

/** Sets how numbers of a kind are made from now on. Existing numbers do not change. */
export async function setNumberScheme(
  tx: Transaction,
  kind: NumberedKind,
  { template, period }: { readonly template: string; readonly period: NumberPeriod },
): Promise<'added' | 'changed' | 'same'> {
  const [written] = await tx.select(
    z.object({ added: z.boolean() }),
    `INSERT INTO number_scheme AS scheme (organisation_id, kind, template, period) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organisation_id, kind) DO UPDATE SET template = $3, period = $4
     WHERE (scheme.template, scheme.period) IS DISTINCT FROM ($3, $4) RETURNING xmax = 0 AS added`,
    [tx.by.organisationId, kind, template, period],
  );
  if (!written) return 'same';
  return written.added ? 'added' : 'changed';
}
