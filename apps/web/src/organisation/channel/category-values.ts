import { type CaseCategory, type Named, type PostView, takesFiles } from '@patravali/contract';

type Power = Named<CaseCategory>['powers'][number];

/** A kind of case as the fields of its form hold it: an empty text for what is not filled in. */
export interface CategoryValues {
  readonly code: string;
  readonly name: { readonly hi: string; readonly en: string };
  readonly unitId: string;
  /** One: that which holds from the day in the form on. */
  readonly powers: readonly [PowerValues];
}

export interface PowerValues {
  readonly fromOn: string;
  readonly levels: readonly number[];
  readonly finalPostId: string;
  readonly reason: string;
}

/** The power that holds on a day: the latest that has begun. */
export const inForceOn = (day: string, powers: readonly Power[]): Power | undefined =>
  powers.findLast(({ fromOn }) => fromOn <= day);

/** What the form begins with: the power of today, or the first to come, as it shall hold from today on. */
export function valuesOf(category: Named<CaseCategory> | null, today: string): CategoryValues {
  const powers = category?.powers ?? [];
  const power = inForceOn(today, powers) ?? powers[0];
  const fromOn = power && power.fromOn > today ? power.fromOn : today;
  return {
    code: category?.code ?? '',
    name: category?.name ?? { hi: '', en: '' },
    unitId: category?.unit?.id ?? '',
    powers: [
      {
        fromOn,
        levels: power?.levels ?? [],
        finalPostId: power?.finalPost?.id ?? '',
        reason: power?.reason ?? '',
      },
    ],
  };
}

/** Whoever has changed nothing of the power has laid down none. */
export const isSamePower = (one: PowerValues, other: PowerValues): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The levels on which posts of the office take files, and those that are chosen, from the lowest up. */
export function levelsOf(posts: readonly PostView[], chosen: readonly number[]): number[] {
  const levels = posts.filter(takesFiles).map(({ level }) => level);
  return [...new Set([...levels, ...chosen])].sort((a, b) => b - a);
}

/** Who takes files on a level. */
export const postsOn = (level: number | undefined, posts: readonly PostView[]): PostView[] =>
  posts.filter((post) => post.level === level && takesFiles(post));
