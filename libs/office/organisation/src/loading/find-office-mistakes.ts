import { findCategoryMistakes } from './category-mistakes';
import type { ExistingOffice } from './existing-office';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';
import { afterRenames, findRenameMistakes } from './renames';
import { findDraftTemplateMistakes, findTemplateMistakes } from './template-mistakes';
import { findTenureMistakes } from './tenure-mistakes';

/** Everything in the description that does not fit together, or does not fit what the database already holds. */
export function findOfficeMistakes(office: OfficeDescription, found: ExistingOffice): OfficeMistake[] {
  const existing = afterRenames(office, found);
  return [
    ...wrongOffice(office, existing),
    ...findRenameMistakes(office, found),
    ...duplicates('units', office.units, ({ abbreviation, abbreviationHi }) => [abbreviation, abbreviationHi]),
    ...duplicates('posts', office.posts, ({ marking, markingHi }) => [marking, markingHi]),
    ...duplicates('posts', office.posts, ({ informationRole }) => [informationRole]),
    ...duplicates('people', office.people, ({ username }) => [username]),
    ...duplicates('people', office.people, ({ email }) => [email?.toLowerCase()]),
    ...duplicates('numberHeads', office.numberHeads, (head) => [headName(head)]),
    ...sharedBasics(office),
    ...duplicates('declaredDays', office.declaredDays, ({ day }) => [day]),
    ...duplicates('restDays', office.restDays ?? [], ({ weekday }) => [weekday]),
    ...duplicates('urgencies', office.urgencies, ({ code }) => [code]),
    ...unknownNames(office, existing),
    ...auditsWithoutAuditor(office),
    ...circles(
      'units',
      'parent',
      existing.units,
      office.units.map(({ abbreviation, parent }) => [abbreviation, parent]),
    ),
    ...circles(
      'posts',
      'superior',
      existing.posts,
      office.posts.map(({ marking, superior }) => [marking, superior]),
    ),
    ...findTemplateMistakes(office.numberSchemes),
    ...findDraftTemplateMistakes(office, existing),
    ...findTenureMistakes(office, existing),
    ...findCategoryMistakes(office, existing),
  ];
}

function wrongOffice({ organisation }: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  if (existing.name === null) return [];
  if (existing.name !== organisation.name.en || !existing.isOurs) {
    return [{ path: 'organisation.name.en', code: 'anotherOrganisation', params: { found: existing.name } }];
  }
  return existing.demo === organisation.demo ? [] : [{ path: 'organisation.demo', code: 'demoAndReal' }];
}

function headName({ basic, primary, secondary, tertiary = '' }: OfficeDescription['numberHeads'][number]): string {
  return [basic, primary, secondary, tertiary].join(' ').trim();
}

/** A row may have a name in each language. */
function duplicates<T>(list: string, rows: readonly T[], namesOf: (row: T) => (string | undefined)[]): OfficeMistake[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const names = [...new Set(namesOf(row))].filter((name) => name !== undefined);
    const found = names.find((name) => seen.has(name));
    for (const name of names) seen.add(name);
    return found === undefined ? [] : [{ path: `${list}[${index}]`, code: 'duplicate' as const, params: { found } }];
  });
}

/** Two basic heads that read alike in Hindi would give two files one number there. */
function sharedBasics({ numberHeads }: OfficeDescription): OfficeMistake[] {
  const basics = new Map<string, string>();
  return numberHeads.flatMap(({ basic, basicHi = basic }, index) => {
    const known = basics.get(basicHi) ?? basic;
    basics.set(basicHi, known);
    if (known === basic) return [];
    return [{ path: `numberHeads[${index}].basicHi`, code: 'duplicate' as const, params: { found: basicHi } }];
  });
}

function unknownNames(office: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  const units = new Set([...existing.units.keys(), ...office.units.map(({ abbreviation }) => abbreviation)]);
  const posts = new Set([...existing.posts.keys(), ...office.posts.map(({ marking }) => marking)]);
  const people = new Set([...existing.people, ...office.people.map(({ username }) => username)]);
  const check = (path: string, name: string | undefined, names: Set<string>, code: OfficeMistake['code']) =>
    name === undefined || names.has(name) ? [] : [{ path, code, params: { found: name } }];
  return [
    ...office.units.flatMap(({ parent }, i) => check(`units[${i}].parent`, parent, units, 'unknownUnit')),
    ...office.phrases.flatMap(({ unit }, i) => check(`phrases[${i}].unit`, unit, units, 'unknownUnit')),
    ...office.posts.flatMap(({ unit, superior, audits }, i) => [
      ...check(`posts[${i}].unit`, unit, units, 'unknownUnit'),
      ...audits.flatMap((each, k) => check(`posts[${i}].audits[${k}]`, each, units, 'unknownUnit')),
      ...check(`posts[${i}].superior`, superior, posts, 'unknownPost'),
    ]),
    ...office.tenures.flatMap(({ person, post }, i) => [
      ...check(`tenures[${i}].person`, person, people, 'unknownPerson'),
      ...check(`tenures[${i}].post`, post, posts, 'unknownPost'),
    ]),
  ];
}

/** Units to audit belong to a post that audits. */
function auditsWithoutAuditor({ posts }: OfficeDescription): OfficeMistake[] {
  return posts.flatMap(({ roles, audits }, i) =>
    audits.length > 0 && !roles.includes('auditor') ? [{ path: `posts[${i}].audits`, code: 'noAuditor' as const }] : [],
  );
}

/** Each circle once, at the first of the description's rows that lies on it. */
function circles(
  list: string,
  field: string,
  existing: ReadonlyMap<string, string | null>,
  rows: readonly (readonly [name: string, above: string | undefined])[],
): OfficeMistake[] {
  const above = new Map<string, string | null | undefined>([...existing, ...rows]);
  const reported = new Set<string>();
  return rows.flatMap(([name], index) => {
    const way = [name];
    for (let next = above.get(name); next; next = above.get(next)) {
      if (way.includes(next)) break;
      way.push(next);
    }
    const closes = above.get(way.at(-1) ?? name) === name;
    if (!closes || reported.has(name)) return [];
    for (const each of way) reported.add(each);
    return [
      { path: `${list}[${index}].${field}`, code: 'circle' as const, params: { found: [...way, name].join(' → ') } },
    ];
  });
}
