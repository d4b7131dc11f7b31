import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { type CaseCategoryKept, type KeepCaseCategory as Request, MOST_LEVELS } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockOrganisation } from '../organisation/lock-organisation';
import { Post, Unit } from '../organisation/organisation.entities';
import { CaseCategory } from './case-category.entity';
import { writeCaseCategory } from './write-case-category';

/** Keeps a kind of case and the powers over it, as loading an office does: an administrator's act. */
@Injectable()
export class KeepCaseCategory {
  constructor(private readonly transactions: Transactions) {}

  /**
   * @throws Refusal `not-allowed`, `not-for-assistants`; `category-code-taken`, `unknown-unit`, `unknown-post`, `invalid-input`,
   *   `ladder-needs-reason`.
   */
  @Serves('keepCaseCategory')
  execute(actor: Actor, request: Request): Promise<CaseCategoryKept> {
    return this.transactions.run(actor, async (tx) => {
      const { organisationId } = actor;
      authorizeAction(actor, 'keep_case_categories', Object.assign(new CaseCategory(), { organisationId }));
      await lockOrganisation(tx);
      if (request.isNew) await refuseTaken(tx, request);
      await refuseUnfit(tx, request);
      const { id, outcomes } = await writeCaseCategory(tx, request);
      const [added, changed] = (['added', 'changed'] as const).map(
        (kind) => outcomes.filter((outcome) => outcome === kind).length,
      );
      await tx.record('organisation.case_category_kept', organisationId, {
        relatedId: id,
        data: { category: request.code, added, changed },
      });
      return { id, added: added ?? 0, changed: changed ?? 0 };
    });
  }
}

async function refuseTaken(tx: Transaction, { code }: Request): Promise<void> {
  if (!(await tx.find(CaseCategory, { code }))) return;
  const errors = [{ pointer: '#/code', detail: 'category-code-taken' }];
  throw new Refusal('category-code-taken', { code }, { errors });
}

async function refuseUnfit(tx: Transaction, { unitId, powers }: Request): Promise<void> {
  if (unitId !== null && !(await tx.find(Unit, { id: unitId }))) throw unfit('unknown-unit', '#/unitId');
  for (const [index, { levels, finalPostId, reason }] of powers.entries()) {
    if (levels.length > MOST_LEVELS && !reason) throw longLadder(levels.length, `#/powers/${index}/reason`);
    if (finalPostId === null) continue;
    const pointer = `#/powers/${index}/finalPostId`;
    const post = await tx.find(Post, { id: finalPostId });
    if (!post) throw unfit('unknown-post', pointer);
    if (post.level !== levels.at(-1)) throw unfit('invalid-input', pointer, 'final-level');
  }
}

function longLadder(levels: number, pointer: string): Refusal {
  const errors = [{ pointer, detail: 'ladder-needs-reason' }];
  return new Refusal('ladder-needs-reason', { levels, most: MOST_LEVELS }, { errors });
}

function unfit(code: 'unknown-unit' | 'unknown-post' | 'invalid-input', pointer: string, detail: string = code) {
  return new Refusal(code, {}, { errors: [{ pointer, detail }] });
}
