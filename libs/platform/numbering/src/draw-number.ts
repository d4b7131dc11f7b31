import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { drawSerial } from './draw-serial';
import { NUMBER_PERIODS, yearOf } from './number-period';
import { type FieldsOfNumber, type NumberInBoth, printNumber, seriesOf } from './number-template';

export const NUMBERED_KINDS = ['file', 'diary', 'issue'] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

export interface NumberRequest extends FieldsOfNumber {
  readonly kind: NumberedKind;
  /** How it is made where not by the scheme of its kind: it runs in a series of its own. */
  readonly template?: string | undefined;
  /** The second, third … of its kind says so before the year; 1 unless said otherwise. */
  readonly place?: number;
}

export interface DrawnNumber extends NumberInBoth {
  /** `26(1)/…`: that of what goes along under the number. */
  readonly below: NumberInBoth;
  readonly serial: number;
  /** As printed: `2026` or `2026-27`. */
  readonly year: string;
  readonly series: string;
  /** The day in India on which it was drawn, `YYYY-MM-DD`: the day that belongs to the year. */
  readonly day: string;
}

/** Draws the next number of the organisation's scheme, unique and without gaps, inside the transaction that uses it. */
export async function drawNumber(tx: Transaction, request: NumberRequest): Promise<DrawnNumber> {
  const { kind, fields, fieldsHi, place = 1 } = request;
  const [scheme] = await tx.select(
    z.object({ template: z.string(), period: z.enum(NUMBER_PERIODS), day: z.iso.date() }),
    'SELECT template, period, india_today() AS day FROM number_scheme WHERE organisation_id = $1 AND kind = $2',
    [tx.by.organisationId, kind],
  );
  if (!scheme) throw new Error(`The organisation has no number scheme for ${kind}`);
  const year = yearOf(scheme.day, scheme.period);
  const template = request.template ?? scheme.template;
  const series = seriesOf(template, fields);
  const serial = await drawSerial(tx, kind, series, year);
  const printed = (said: string) => printNumber(template, { fields, fieldsHi, serial: said, year, place });
  return { ...printed(String(serial)), below: printed(`${serial}(1)`), serial, year, series, day: scheme.day };
}
