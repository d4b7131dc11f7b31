import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** From when until when a certificate holds. */
export interface Validity {
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/** By the clock of the office. @throws Refusal `certificate-not-valid`. */
export async function refuseInvalid(database: SqlRunner, { validFrom, validUntil }: Validity): Promise<void> {
  const [holds] = await select(
    database,
    z.object({ now: z.boolean() }),
    'SELECT office_now() BETWEEN $1::timestamptz AND $2::timestamptz AS now',
    [validFrom, validUntil],
  );
  if (!holds?.now) throw notValid({ validFrom, validUntil });
}

export const notValid = ({ validFrom, validUntil }: Validity): Refusal =>
  new Refusal('certificate-not-valid', { from: validFrom.toISOString(), until: validUntil.toISOString() });
