import type { SubjectKind } from './event.entity';

/** Things of an office whose events are looked at, all of each. */
export interface Subjects {
  readonly organisationId: string;
  readonly subjectIds: readonly string[];
}

/** Some of one kind. */
export interface SubjectsOfKind extends Subjects {
  readonly subjectKind: SubjectKind;
}

/** What hangs on these is read in one statement: so few that nobody waits long for whoever checks it. */
const AT_ONCE = 200;
const NO_ID = '00000000-0000-0000-0000-000000000000';

const NEXT = `SELECT organisation_id AS "organisationId", json_agg(subject_id ORDER BY subject_id) AS "subjectIds"
  FROM (SELECT DISTINCT organisation_id, subject_id FROM event
    WHERE subject_kind = $1 AND (organisation_id, subject_id) > ($2::uuid, $3::uuid)
    ORDER BY organisation_id, subject_id LIMIT ${AT_ONCE}) next
  GROUP BY organisation_id ORDER BY organisation_id`;

/** Things of an office by their kinds. */
export function byKind(
  organisationId: string,
  things: readonly { readonly subjectKind: SubjectKind; readonly subjectId: string }[],
): SubjectsOfKind[] {
  const kinds = new Map<SubjectKind, Set<string>>();
  for (const { subjectKind, subjectId } of things)
    kinds.set(subjectKind, (kinds.get(subjectKind) ?? new Set<string>()).add(subjectId));
  return [...kinds].map(([subjectKind, ids]) => ({ organisationId, subjectKind, subjectIds: [...ids] }));
}

/** All things of this kind of which there are events, some of one office at a time. */
export async function* subjectsInTurn(
  database: { query<Row>(sql: string, values: unknown[]): Promise<Row[]> },
  kind: SubjectKind,
): AsyncGenerator<SubjectsOfKind> {
  let last: readonly [string, string] = [NO_ID, NO_ID];
  for (;;) {
    const some = await database.query<Subjects>(NEXT, [kind, ...last]);
    if (some.length === 0) return;
    for (const each of some) {
      yield { ...each, subjectKind: kind };
      last = [each.organisationId, each.subjectIds.at(-1) ?? NO_ID];
    }
  }
}
