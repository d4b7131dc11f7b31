import type { Actor } from '@patravali/authorization';
import { readableThere, type WhereItLies } from '@patravali/custody';
import type { Parameters } from '@patravali/database';
import type { ReadingRows } from '@patravali/search';
import { issueBranches, ISSUES } from '../register/issue-abilities';

/**
 * Whoever may send a letter reads it, and whoever reads its file: each reason by itself, so that each has its index. Where its file
 * lies, only who reads the file is told.
 */
export function readingIssues(
  actor: Pick<Actor, 'ability' | 'organisationId'>,
  parameters: Parameters,
  there?: WhereItLies,
): ReadingRows[] {
  const isEntry = 's.item_id = i.id';
  if (!there) return issueBranches(actor.ability, parameters).map((where) => ({ source: ISSUES, isEntry, where }));
  const { join, where } = readableThere(actor, parameters, there);
  return [{ source: `${ISSUES} ${join}`, isEntry, where }];
}
