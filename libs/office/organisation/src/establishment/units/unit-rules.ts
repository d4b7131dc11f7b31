import type { KeepUnit } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Unit } from '../../organisation/organisation.entities';
import { z } from 'zod';
import { unfit } from '../rules/administering';
import { refuseTakenName } from '../rules/names';
import { refuseOtherUnit, type UnitsKept } from '../rules/unit-administration';

/** For who keeps these units, or the office. @throws Refusal `not-found`, `unit-abolished` */
export async function lockUnit(tx: Transaction, units: UnitsKept | null, unitId: string): Promise<Unit> {
  const unit = await tx.lock(Unit, { id: unitId });
  refuseOtherUnit(units, unitId);
  if (unit.abolishedAt !== null) throw new Refusal('unit-abolished', { unit: unit.abbreviation });
  return unit;
}

/** The unit that a field names. @throws Refusal `unknown-unit`, `unit-abolished` */
export async function namedUnit(tx: Transaction, unitId: string, field: string): Promise<Unit> {
  const unit = await tx.find(Unit, { id: unitId });
  if (!unit) throw unfit('unknown-unit', field);
  if (unit.abolishedAt !== null) throw unfit('unit-abolished', field, { unit: unit.abbreviation });
  return unit;
}

/** A unit of his stands below another of his; his own is the office's to keep. @throws Refusal `not-allowed` */
export function refuseBeyond(units: UnitsKept | null, unitId: string | null, parentId?: string | null): void {
  if (units === null) return;
  if (unitId === units.own) throw units.refusal();
  if (parentId === null || (parentId !== undefined && !units.ids.has(parentId))) throw units.refusal('parentId');
}

const ABOVE = z.object({ id: z.uuid() });

/** @throws Refusal `name-taken`, `unknown-unit`, `unit-abolished`, `circle-of-units` */
export async function refuseUnfitUnit(tx: Transaction, id: string, unit: KeepUnit): Promise<void> {
  const { abbreviation, abbreviationHi, parentId } = unit;
  await refuseTakenName(tx, { table: 'unit', column: 'abbreviation', field: 'abbreviation', name: abbreviation, id });
  await refuseTakenName(tx, {
    table: 'unit',
    column: 'abbreviation_hi',
    field: 'abbreviationHi',
    name: abbreviationHi,
    id,
  });
  if (parentId === null) return;
  const parent = await namedUnit(tx, parentId, 'parentId');
  const above = await tx.select(
    ABOVE,
    `WITH RECURSIVE above (id, parent_id) AS (
       SELECT id, parent_id FROM unit WHERE organisation_id = $1 AND id = $2 UNION
       SELECT unit.id, unit.parent_id FROM above JOIN unit ON unit.organisation_id = $1 AND unit.id = above.parent_id
     ) SELECT id FROM above`,
    [tx.by.organisationId, parentId],
  );
  if (above.some((each) => each.id === id)) throw unfit('circle-of-units', 'parentId', { unit: parent.abbreviation });
}

export const unitRow = ({ abbreviation, abbreviationHi, name, parentId }: KeepUnit) => ({
  abbreviation,
  abbreviationHi,
  nameHi: name.hi,
  nameEn: name.en,
  parentId,
});
