import { findCategoryMistakes } from './category-mistakes';
import type { ExistingOffice } from './existing-office';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';
import { findDraftTemplateMistakes, findTemplateMistakes } from './template-mistakes';
import { findTenureMistakes } from './tenure-mistakes';

/** Everything in the description that does not fit together, or does not fit what the database already holds. */
export function findOfficeMistakes(office: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  return [
    ...wrongOffice(office, existing),
    ...duplicates('units', office.units, ({ abbreviation }) => abbreviation),
    ...duplicates('posts', office.posts, ({ marking }) => marking),
    ...duplicates('people', office.people, ({ username }) => username),
    ...duplicates('numberHeads', office.numberHeads, headName),
    ...duplicates('declaredDays', office.declaredDays, ({ day }) => day),
    ...duplicates('restDays', office.restDays ?? [], ({ weekday }) => weekday),
    ...duplicates('urgencies', office.urgencies, ({ code }) => code),
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

function duplicates<T>(list: string, rows: readonly T[], nameOf: (row: T) => string): OfficeMistake[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const found = nameOf(row);
    if (seen.has(found)) return [{ path: `${list}[${index}]`, code: 'duplicate' as const, params: { found } }];
    seen.add(found);
    return [];
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
