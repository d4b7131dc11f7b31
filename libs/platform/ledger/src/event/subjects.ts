import type { SubjectKind } from './event.entity';

/** Things of an office whose events are looked at, all of each. */
export interface Subjects {
  readonly organisationId: string;
  readonly subjectIds: readonly string[];
}

/** What hangs on these is read in one statement: so few that nobody waits long for whoever checks it. */
const AT_ONCE = 50;
const NO_ID = '00000000-0000-0000-0000-000000000000';

const NEXT = `SELECT organisation_id AS "organisationId", json_agg(subject_id ORDER BY subject_id) AS "subjectIds"
  FROM (SELECT DISTINCT organisation_id, subject_id FROM event
    WHERE subject_kind = $1 AND (organisation_id, subject_id) > ($2::uuid, $3::uuid)
    ORDER BY organisation_id, subject_id LIMIT ${AT_ONCE}) next
  GROUP BY organisation_id ORDER BY organisation_id`;

/** All things of this kind of which there are events, some of one office at a time. */
export async function* subjectsInTurn(
  database: { query<Row>(sql: string, values: unknown[]): Promise<Row[]> },
  kind: SubjectKind,
): AsyncGenerator<Subjects> {
  let last: readonly [string, string] = [NO_ID, NO_ID];
  for (;;) {
    const some = await database.query<Subjects>(NEXT, [kind, ...last]);
    if (some.length === 0) return;
    for (const each of some) {
      yield each;
      last = [each.organisationId, each.subjectIds.at(-1) ?? NO_ID];
    }
  }
}
