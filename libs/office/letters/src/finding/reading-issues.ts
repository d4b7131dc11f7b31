import type { Actor } from '@patravali/authorization';
import type { Parameters } from '@patravali/database';
import type { ReadingRows } from '@patravali/search';
import { issueBranches, ISSUES } from '../register/issue-abilities';

/** Whoever may send a letter reads it, and whoever reads its file: each reason by itself, so that each has its index. */
export const readingIssues = ({ ability }: Pick<Actor, 'ability'>, parameters: Parameters): ReadingRows[] =>
  issueBranches(ability, parameters).map((where) => ({ source: ISSUES, isEntry: 's.item_id = i.id', where }));
