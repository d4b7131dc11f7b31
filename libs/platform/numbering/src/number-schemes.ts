import { select, type SqlRunner, type Transaction } from '@patravali/database';
import { z } from 'zod';
import { NUMBERED_KINDS, type NumberedKind } from './draw-number';
import { NUMBER_PERIODS, type NumberPeriod, yearOf } from './number-period';

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

const SCHEME = z.object({ kind: z.enum(NUMBERED_KINDS), template: z.string(), period: z.enum(NUMBER_PERIODS) });

/** How numbers of a kind are made, and the year that they print today. */
export interface NumberScheme extends z.output<typeof SCHEME> {
  readonly year: string;
}

/** The schemes of an organisation, in the order of the kinds. */
export async function numberSchemes(database: SqlRunner, organisationId: string): Promise<NumberScheme[]> {
  const rows = await select(
    database,
    SCHEME.extend({ day: z.iso.date() }),
    `SELECT kind, template, period, india_today() AS day FROM ${NUMBER_SCHEMES} WHERE organisation_id = $1`,
    [organisationId],
  );
  return NUMBERED_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind)).map(({ day, ...scheme }) => ({
    ...scheme,
    year: yearOf(day, scheme.period),
  }));
}
