import { Instant, VERIFY_PATH } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { drawNumber } from '@patravali/numbering';
import { z } from 'zod';
import type { LetterFrame } from '../making/letter-frame';
import type { Issuing } from '../making/letter-to-set';

interface Drawing {
  /** Where anybody checks the letter; null while nobody could follow it. */
  readonly address: string | null;
  /** The second letter of a day to an addressee, the third … says so in its number. */
  readonly ofDay: number;
  /** That of the template from which it began. */
  readonly series: string | undefined;
}

/** The number of a letter, its day, and the code with which anybody checks it. */
export async function drawIssuing(
  tx: Transaction,
  { unit, unitHi, fileNumber, fileNumberHi }: LetterFrame,
  { address, ofDay, series }: Drawing,
): Promise<Omit<Issuing, 'issuer'>> {
  const fields = { unit: unit.abbreviation, file: fileNumber };
  const fieldsHi = { unit: unitHi ?? fields.unit, file: fileNumberHi ?? fields.file };
  const request = { kind: 'issue', fields, fieldsHi, place: ofDay, template: series } as const;
  const { number, numberHi, below, day } = await drawNumber(tx, request);
  // The code must be known before the entry is written, since the letter bears it.
  const [drawn] = await tx.select(
    z.object({ at: Instant, code: z.string() }),
    'SELECT office_now() AS at, draw_issue_code() AS code',
  );
  if (!drawn) throw new Error('The database told no time');
  const { at, code } = drawn;
  const link = address === null ? null : `${address}${VERIFY_PATH}/${code}`;
  return { number, numberHi, below, day, signedAt: new Date(at), genuine: { code, link } };
}
