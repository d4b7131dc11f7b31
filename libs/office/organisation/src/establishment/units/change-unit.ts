import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, KeepUnit } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { Unit } from '../../organisation/organisation.entities';
import { lockEstablishment, refuseChanged, versionAfter } from '../rules/administering';
import { lockUnit, refuseUnfitUnit, unitRow } from './unit-rules';

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
      await lockEstablishment(tx, actor);
      const unit = await lockUnit(tx, unitId);
      refuseChanged(unit, ifMatch);
      await refuseUnfitUnit(tx, unitId, request);
      await tx.update(Unit, { id: unitId }, unitRow(request));
      const { reason, abbreviation } = request;
      const data = { unit: abbreviation, ...(abbreviation !== unit.abbreviation && { before: unit.abbreviation }) };
      await tx.record('organisation.unit_changed', actor.organisationId, { relatedId: unitId, reason, data });
      return { id: unitId, version: versionAfter(unit, unitRow(request)) };
    });
  }
}
