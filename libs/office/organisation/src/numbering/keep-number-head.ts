import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ChangeNumberHead as Change,
  type CreateNumberHead as Creation,
  inBoth,
  type Kept,
} from '@patravali/contract';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { numberSchemes } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { lockEstablishment, refuseChanged, unfit } from '../establishment/rules/administering';
import { NumberHead } from '../organisation/organisation.entities';
import { headCode, refuseWithoutParts } from './number-head';

/** Adds a head under which files are numbered: by the parts of the manual, or by a code of the office's own. */
@Injectable()
export class CreateNumberHead {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `name-taken`, `head-without-parts` */
  @Serves('createNumberHead')
  execute(actor: Actor, request: Creation): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const { organisationId } = actor;
      const { basic, basicHi, primary, secondary, title, reason } = request;
      const parts = { basic, primary, secondary };
      await refuseForScheme(tx, parts, 'basic');
      await refuseTakenCode(tx, { id: null, ...parts, basicHi });
      const id = uuidv7();
      const row = { ...parts, basicHi, tertiary: null, ...titles(title), retiredAt: null, version: 1 };
      await tx.insert(NumberHead, { id, organisationId, ...row });
      const data = { head: headCode(parts) };
      await tx.record('organisation.number_head_created', organisationId, { relatedId: id, reason, data });
      return { id, version: 1 };
    });
  }
}

/** Renames a head, says what Hindi numbers print of it, or retires it. Files under it keep their numbers. */
@Injectable()
export class ChangeNumberHead {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile`; `name-taken`, `head-without-parts` */
  @Serves('changeNumberHead')
  execute(actor: Actor, headId: string, request: Change, ifMatch: number): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const head = await tx.lock(NumberHead, { id: headId });
      refuseChanged(head, ifMatch);
      const { basicHi, title, retired, reason } = request;
      if (!retired) await refuseForScheme(tx, head, 'retired');
      const { basic, primary, secondary } = head;
      await refuseTakenCode(tx, { id: headId, basic, basicHi, primary, secondary });
      const isNews = retired !== (head.retiredAt !== null);
      const state = isNews ? { retiredAt: retired ? NOW : null } : {};
      const names = { basicHi, ...titles(title) };
      await tx.update(NumberHead, { id: headId }, { ...names, ...state });
      const data = { head: headCode(head), ...(isNews && { headState: retired ? 'retired' : 'in_use' }) };
      await tx.record('organisation.number_head_changed', actor.organisationId, { relatedId: headId, reason, data });
      const isSame = !isNews && Object.entries(names).every(([name, said]) => Reflect.get(head, name) === said);
      return { id: headId, version: head.version + (isSame ? 0 : 1) };
    });
  }
}

/** @throws Refusal `head-without-parts` where file numbers print parts that the head does not have */
async function refuseForScheme(tx: Transaction, head: Parameters<typeof headCode>[0], field: string): Promise<void> {
  const schemes = await numberSchemes(tx, tx.by.organisationId);
  for (const { kind, template } of schemes) if (kind === 'file') refuseWithoutParts(template, head, field);
}

const TAKEN = z.object({ inHindi: z.boolean() });

/** Two heads that read alike, in one of the languages, would give two files one number there. @throws Refusal `name-taken` */
async function refuseTakenCode(
  tx: Transaction,
  head: Pick<NumberHead, 'basic' | 'basicHi' | 'primary' | 'secondary'> & { readonly id: string | null },
): Promise<void> {
  const { id, basic, basicHi, primary, secondary } = head;
  const [taken] = await tx.select(
    TAKEN,
    `SELECT basic <> $2 AS "inHindi" FROM number_head WHERE organisation_id = $1 AND id IS DISTINCT FROM $6::uuid
       AND ($6 IS NULL AND (basic, "primary", secondary) IS NOT DISTINCT FROM ($2, $4, $5)
         OR basic <> $2 AND COALESCE(basic_hi, basic) = COALESCE($3, $2)) LIMIT 1`,
    [tx.by.organisationId, basic, basicHi, primary, secondary, id],
  );
  if (!taken) return;
  throw taken.inHindi
    ? unfit('name-taken', 'basicHi', { name: basicHi ?? basic })
    : unfit('name-taken', 'basic', { name: headCode(head) });
}

/** What is said in one language alone stands for the other. */
function titles(title: Creation['title']) {
  const { hi: titleHi, en: titleEn } = inBoth(title);
  return { titleHi, titleEn };
}
