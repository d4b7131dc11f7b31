import { projection, select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

const KEPT = projection(z.object({ id: z.uuid(), abbreviation: z.string(), abbreviationHi: z.string().nullable() }), {
  id: 'unit.id',
  abbreviation: 'unit.abbreviation',
  abbreviationHi: 'unit.abbreviation_hi',
});
export type KeptUnit = z.output<typeof KEPT.row>;

/** How the units of the office are abbreviated, those abolished too. */
export const keptUnits = (database: SqlRunner, organisationId: string): Promise<KeptUnit[]> =>
  select(
    database,
    KEPT.row,
    `SELECT ${KEPT.columns} FROM unit WHERE unit.organisation_id = $1 ORDER BY unit.abbreviation`,
    [organisationId],
  );
