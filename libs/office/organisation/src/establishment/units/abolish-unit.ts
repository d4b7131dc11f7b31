import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Abolish, Kept } from '@patravali/contract';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { Unit } from '../../organisation/organisation.entities';
import { z } from 'zod';
import { lockKept } from '../rules/unit-administration';
import { lockUnit, refuseBeyond } from './unit-rules';

const LEFT_IN = z.object({ posts: z.int(), units: z.int() });

/** Ends a unit from which every post and every unit has gone, and that no post administers. Its files keep their numbers. */
@Injectable()
export class AbolishUnit {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-found`; `unit-in-use`, `unit-abolished` */
  @Serves('abolishUnit')
  execute(actor: Actor, unitId: string, { reason }: Abolish): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const units = await lockKept(tx, actor);
      const unit = await lockUnit(tx, units, unitId);
      refuseBeyond(units, unitId);
      const left = await leftIn(tx, unitId);
      if (left.posts > 0 || left.units > 0) throw new Refusal('unit-in-use', { unit: unit.abbreviation, ...left });
      await tx.update(Unit, { id: unitId }, { abolishedAt: NOW });
      const data = { unit: unit.abbreviation };
      await tx.record('organisation.unit_abolished', actor.organisationId, { relatedId: unitId, reason, data });
      return { id: unitId, version: unit.version + 1 };
    });
  }
}

async function leftIn(tx: Transaction, unitId: string): Promise<z.output<typeof LEFT_IN>> {
  const [left = { posts: 0, units: 0 }] = await tx.select(
    LEFT_IN,
    `SELECT (SELECT count(*)::int FROM post
         WHERE organisation_id = $1 AND $2 IN (unit_id, administered_unit_id) AND abolished_at IS NULL) AS posts,
       (SELECT count(*)::int FROM unit WHERE organisation_id = $1 AND parent_id = $2 AND abolished_at IS NULL) AS units`,
    [tx.by.organisationId, unitId],
  );
  return left;
}
