import { MOST_LEVELS } from '@patravali/contract';
import type { ExistingOffice } from './existing-office';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';

/** Kinds of cases that stand twice, point at nothing, or whose ladder no case can climb. */
export function findCategoryMistakes(office: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  const levels = new Map([...existing.levels, ...office.posts.map(({ marking, level }) => [marking, level] as const)]);
  const units = new Set([...existing.units.keys(), ...office.units.map(({ abbreviation }) => abbreviation)]);
  const codes = new Set<string>();
  return office.caseCategories.flatMap(({ code, unit, powers }, index) => {
    const path = `caseCategories[${index}]`;
    const mistakes = powers.flatMap((power, at) => mistakesOf(power, `${path}.powers[${at}]`, levels));
    const days = powers.map(({ from }) => from);
    days.forEach((day, at) => {
      if (days.indexOf(day) < at) mistakes.push(twice(`${path}.powers[${at}]`, `${code} ${day}`));
    });
    if (codes.has(code)) mistakes.push(twice(path, code));
    codes.add(code);
    if (unit !== undefined && !units.has(unit))
      mistakes.push({ path: `${path}.unit`, code: 'unknownUnit', params: { found: unit } });
    return mistakes;
  });
}

const twice = (path: string, found: string): OfficeMistake => ({ path, code: 'duplicate', params: { found } });

/** Each level has a post, a ladder of more levels than four a reason, and the post that is named stands on the last one. */
function mistakesOf(
  { levels, final, reason }: OfficeDescription['caseCategories'][number]['powers'][number],
  path: string,
  levelOf: ReadonlyMap<string, number>,
): OfficeMistake[] {
  const known = new Set(levelOf.values());
  const mistakes = levels.flatMap((level, at): OfficeMistake[] =>
    known.has(level)
      ? []
      : [{ path: `${path}.levels[${at}]`, code: 'levelWithoutPost', params: { found: String(level) } }],
  );
  if (levels.length > MOST_LEVELS && reason === undefined)
    mistakes.push({
      path,
      code: 'ladderNeedsReason',
      params: { levels: String(levels.length), most: String(MOST_LEVELS) },
    });
  if (final === undefined) return mistakes;
  const level = levelOf.get(final);
  if (level === undefined) mistakes.push({ path: `${path}.final`, code: 'unknownPost', params: { found: final } });
  else if (level !== levels.at(-1)) {
    mistakes.push({ path: `${path}.final`, code: 'finalLevel', params: { found: final, level: String(level) } });
  }
  return mistakes;
}
