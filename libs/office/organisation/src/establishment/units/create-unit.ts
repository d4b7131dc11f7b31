import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, KeepUnit } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { Unit } from '../../organisation/organisation.entities';
import { v7 as uuidv7 } from 'uuid';
import { lockKept } from '../rules/unit-administration';
import { refuseBeyond, refuseUnfitUnit, unitRow } from './unit-rules';

/** Enters a new section, branch or cell. */
@Injectable()
export class CreateUnit {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `name-taken`, `unknown-unit`, `unit-abolished` */
  @Serves('createUnit')
  execute(actor: Actor, request: KeepUnit): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      refuseBeyond(await lockKept(tx, actor), null, request.parentId);
      const { organisationId } = actor;
      const id = uuidv7();
      await refuseUnfitUnit(tx, id, request);
      await tx.insert(Unit, { id, organisationId, ...unitRow(request), abolishedAt: null, version: 1 });
      const { abbreviation: unit, reason } = request;
      await tx.record('organisation.unit_created', organisationId, { relatedId: id, reason, data: { unit } });
      return { id, version: 1 };
    });
  }
}
