import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, KeepUnit } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { Unit } from '../../organisation/organisation.entities';
import { refuseChanged, versionAfter } from '../rules/administering';
import { lockKept } from '../rules/unit-administration';
import { lockUnit, refuseBeyond, refuseUnfitUnit, unitRow } from './unit-rules';

/** Renames a unit, or moves it below another. What it was called is kept. */
@Injectable()
export class ChangeUnit {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile`; `name-taken`, `unknown-unit`,
   * `unit-abolished`, `circle-of-units`
   */
  @Serves('changeUnit')
  execute(actor: Actor, unitId: string, request: KeepUnit, ifMatch: number): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const unit = await lockUnit(tx, units, unitId);
      refuseChanged(unit, ifMatch);
      refuseBeyond(units, unitId, request.parentId);
      await refuseUnfitUnit(tx, unitId, request);
      await tx.update(Unit, { id: unitId }, unitRow(request));
      const { reason, abbreviation } = request;
      const data = { unit: abbreviation, ...(abbreviation !== unit.abbreviation && { before: unit.abbreviation }) };
      await tx.record('organisation.unit_changed', actor.organisationId, { relatedId: unitId, reason, data });
      return { id: unitId, version: versionAfter(unit, unitRow(request)) };
    });
  }
}
