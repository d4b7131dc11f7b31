import type { Transaction } from '@patravali/database';
import { type FieldsOfNumber, type NumberInBoth, type NumberScheme, printNumber, seriesOf } from '@patravali/numbering';
import { Unit } from '../organisation/organisation.entities';
import { unfit } from '../establishment/rules/administering';

/** What numbers print of a unit. */
export const fieldsOfUnit = ({ abbreviation, abbreviationHi }: Pick<Unit, 'abbreviation' | 'abbreviationHi'>) => ({
  fields: { unit: abbreviation },
  fieldsHi: { unit: abbreviationHi ?? abbreviation },
});

/** @throws Refusal `unknown-unit` */
export async function unitOfNumbers(tx: Pick<Transaction, 'find'>, unitId: string): Promise<FieldsOfNumber> {
  const unit = await tx.find(Unit, { id: unitId });
  if (!unit) throw unfit('unknown-unit', 'unitId');
  return fieldsOfUnit(unit);
}

export const together = (one: FieldsOfNumber, other: FieldsOfNumber): FieldsOfNumber => ({
  fields: { ...one.fields, ...other.fields },
  fieldsHi: { ...one.fieldsHi, ...other.fieldsHi },
});

export interface SchemeOfFields {
  readonly scheme: NumberScheme;
  readonly of: FieldsOfNumber;
}

/** The series of a scheme with these fields. */
export const seriesWith = ({ scheme, of }: SchemeOfFields): string => seriesOf(scheme.template, of.fields);

/** The number after this one. */
export const numberAfter = ({ scheme, of }: SchemeOfFields, last: number): NumberInBoth =>
  printNumber(scheme.template, { ...of, serial: String(last + 1), year: scheme.year });
