import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { type ExistingOffice, likeness } from './existing-office';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';

interface NamedRow {
  readonly name: string;
  readonly formerly: string | undefined;
  /** What it is besides its name: a row that is alike may be the same. */
  readonly alike: string;
}

const unitRows = ({ units }: OfficeDescription): NamedRow[] =>
  units.map(({ abbreviation, formerly, name }) => ({
    name: abbreviation,
    formerly,
    alike: likeness(name.hi, name.en),
  }));
const postRows = ({ posts, units }: OfficeDescription): NamedRow[] =>
  posts.map(({ marking, formerly, designation: { hi, en }, unit }) => {
    const known = units.find(({ abbreviation }) => abbreviation === unit)?.formerly ?? unit;
    return { name: marking, formerly, alike: likeness(known, hi, en) };
  });

/** Names that are said to be the later ones of what is not there, or is there too; and new rows that look like old ones left out. */
export function findRenameMistakes(office: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  return [
    ...mistakesOf('units', unitRows(office), existing.units, existing.alikeUnits, 'unknownUnit'),
    ...mistakesOf('posts', postRows(office), existing.posts, existing.alikePosts, 'unknownPost'),
  ];
}

function mistakesOf(
  list: string,
  rows: readonly NamedRow[],
  known: ReadonlyMap<string, unknown>,
  alike: ReadonlyMap<string, string>,
  unknown: 'unknownUnit' | 'unknownPost',
): OfficeMistake[] {
  const named = new Set(rows.flatMap(({ name, formerly }) => [name, formerly ?? name]));
  const names = new Set(rows.map(({ name }) => name));
  return rows.flatMap(({ name, formerly, alike: same }, index): OfficeMistake[] => {
    const path = `${list}[${index}]`;
    if (formerly !== undefined) {
      const params = { found: formerly, other: name };
      if (names.has(formerly) || (known.has(formerly) && known.has(name)))
        return [{ path: `${path}.formerly`, code: 'bothExist', params }];
      return known.has(formerly) || known.has(name)
        ? []
        : [{ path: `${path}.formerly`, code: unknown, params: { found: formerly } }];
    }
    const other = known.has(name) ? undefined : alike.get(same);
    return other === undefined || named.has(other)
      ? []
      : [{ path, code: 'looksRenamed', params: { found: name, other } }];
  });
}

/** What is there, by the names that it will bear. */
export function afterRenames(office: OfficeDescription, existing: ExistingOffice): ExistingOffice {
  const later = (rows: readonly NamedRow[], known: ReadonlyMap<string, unknown>) => {
    const pairs = rows.flatMap(({ name, formerly }) =>
      formerly !== undefined && known.has(formerly) ? [[formerly, name] as const] : [],
    );
    const names = new Map(pairs);
    return (name: string) => names.get(name) ?? name;
  };
  const ofUnit = later(unitRows(office), existing.units);
  const ofPost = later(postRows(office), existing.posts);
  const renamed = (tree: ReadonlyMap<string, string | null>, of: (name: string) => string) =>
    new Map([...tree].map(([name, above]) => [of(name), above === null ? null : of(above)]));
  return {
    ...existing,
    units: renamed(existing.units, ofUnit),
    posts: renamed(existing.posts, ofPost),
    levels: new Map([...existing.levels].map(([name, level]) => [ofPost(name), level])),
    tenures: existing.tenures.map((tenure) => ({ ...tenure, post: ofPost(tenure.post) })),
  };
}

export interface Renamed {
  readonly kind: 'unit' | 'post';
  readonly name: string;
}

/** Gives units and posts the names that the description says they bear from now on. */
export async function renameKnown(tx: Transaction, office: OfficeDescription): Promise<Renamed[]> {
  return [
    ...(await rename(tx, 'unit', 'abbreviation', unitRows(office))),
    ...(await rename(tx, 'post', 'marking', postRows(office))),
  ];
}

async function rename(
  tx: Transaction,
  table: 'unit' | 'post',
  column: 'abbreviation' | 'marking',
  rows: readonly NamedRow[],
): Promise<Renamed[]> {
  const renamed: Renamed[] = [];
  for (const { name, formerly } of rows) {
    if (formerly === undefined) continue;
    const found = await tx.select(
      z.object({ id: z.uuid() }),
      `UPDATE ${table} SET ${column} = $2 WHERE organisation_id = $1 AND ${column} = $3 RETURNING id`,
      [tx.by.organisationId, name, formerly],
    );
    if (found.length > 0) renamed.push({ kind: table, name });
  }
  return renamed;
}
