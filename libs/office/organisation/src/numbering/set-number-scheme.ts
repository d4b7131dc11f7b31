import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NumberSchemes, SetNumberScheme as Request } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { setNumberScheme } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { lockEstablishment, unfit } from '../establishment/rules/administering';
import { refuseWithoutParts } from './number-head';
import { mistakesOfForm } from './number-form';
import { schemesAhead } from './number-queries';

/** The administrator says how numbers of a kind are made from now on; those that were drawn stay. */
@Injectable()
export class SetNumberScheme {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `unfit-number-form`, `head-without-parts` */
  @Serves('setNumberScheme')
  execute(actor: Actor, { kind, template, period, reason }: Request): Promise<NumberSchemes> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const { unknown, missing, possible } = mistakesOfForm(kind, template);
      if (unknown.length > 0 || missing.length > 0)
        throw unfit('unfit-number-form', 'template', { fields: possible.join(' ') });
      if (kind === 'file') await refuseForHeads(tx, template);
      await setNumberScheme(tx, kind, { template, period });
      const data = { numberKind: kind, numberForm: template, numberYear: period };
      await tx.record('organisation.number_scheme_set', actor.organisationId, { reason, data });
      return await schemesAhead(tx, actor.organisationId, actor.post.unitId);
    });
  }
}

const WITHOUT_PARTS = z.object({ basic: z.string() });

/** @throws Refusal `head-without-parts` where a head in use could not be printed any more */
async function refuseForHeads(tx: Transaction, template: string): Promise<void> {
  const [head] = await tx.select(
    WITHOUT_PARTS,
    'SELECT basic FROM number_head WHERE organisation_id = $1 AND "primary" IS NULL AND retired_at IS NULL LIMIT 1',
    [tx.by.organisationId],
  );
  if (head) refuseWithoutParts(template, { ...head, primary: null, secondary: null }, 'template');
}
