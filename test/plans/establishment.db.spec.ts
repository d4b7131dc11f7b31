import type { Actor } from '@patravali/authorization';
import { ListPeople as PeopleQuery, ListTenures as TenuresQuery, PageQuery } from '@patravali/contract';
import { ListPeople, ListTenures, ListUnits } from '@patravali/organisation';
import type { EntityManager } from 'typeorm';
import { useApplicationClient } from '../support/database/application-client';
import { watched } from '../support/database/plan-of';
import { useOffice } from '../support/office/office';

const LIMIT = 50;
const [FEW, MANY] = [60, 5000];

/** What administrators look at, in an office of 5,000 posts and 8,000 people. */
describe('the lists of posts, people and units', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    await connect(office().config.databaseUrl);
  }, 120_000);

  /** Up to so many units, posts with a holder each, and people of whom some hold nothing. */
  const fillTo = async (posts: number, people: number) => {
    const tables = ['unit', 'post', 'office_user', 'tenure'];
    await office().rows(`
      ${tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`).join('; ')};
      INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en)
        SELECT gen_random_uuid(), '${office().id}', 'Sec' || n, 'अनुभाग', 'Section' FROM generate_series(1, ${posts / 20}) n
        ON CONFLICT DO NOTHING;
      INSERT INTO post (id, organisation_id, unit_id, marking, designation_hi, designation_en, level, roles)
        SELECT gen_random_uuid(), unit.organisation_id, unit.id, 'DH-' || n, 'लिपिक', 'Clerk', 2 + n % 9, '{dealing_hand}'
        FROM generate_series(1, ${posts}) n JOIN unit ON unit.abbreviation = 'Sec' || (1 + n % ${posts / 20}) ON CONFLICT DO NOTHING;
      INSERT INTO office_user (id, organisation_id, username, name_hi, name_en)
        SELECT gen_random_uuid(), '${office().id}', 'clerk' || n, 'रमेश यादव', 'Ramesh Yadav ' || n FROM generate_series(1, ${people}) n
        ON CONFLICT DO NOTHING;
      INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
        SELECT gen_random_uuid(), post.organisation_id, person.id, post.id, 'regular', '2026-01-01'
        FROM generate_series(1, ${posts}) n JOIN post ON post.marking = 'DH-' || n JOIN office_user person ON person.username = 'clerk' || n
        ON CONFLICT DO NOTHING;
      ${tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`).join('; ')}`);
    await office().rows(`VACUUM (ANALYZE) ${tables.join(', ')}`);
  };

  /** How many rows of each table the first page and the one after it read. */
  const readOf = async (
    ask: (database: EntityManager, cursor: string | undefined) => Promise<{ next: string | null }>,
  ) => {
    const reads = new Map<string, number>();
    const database = watched(office().manager, client(), (table, { rows }) => {
      reads.set(table, Math.max(rows, reads.get(table) ?? 0));
    });
    const { next } = await ask(database, undefined);
    if (next !== null) await ask(database, next);
    return reads;
  };
  const lists = (): Readonly<Record<string, Parameters<typeof readOf>[0]>> => {
    const limit = LIMIT;
    return {
      posts: (database, cursor) =>
        new ListTenures(database).execute(administrator, TenuresQuery.parse({ limit, cursor })),
      people: (database, cursor) =>
        new ListPeople(database).execute(administrator, PeopleQuery.parse({ limit, cursor })),
      units: (database, cursor) => new ListUnits(database).execute(administrator, PageQuery.parse({ limit, cursor })),
    };
  };

  /** Each unit counts its own posts, of which it has twenty; posts are joined with the units, of which there are 250. */
  const mostOf = (list: string, table: string, among: number) => {
    if (table === 'unit') return MANY / 20 + 2;
    return list === 'units' && table === 'post' ? (LIMIT + 1) * 21 : Math.max(1.2 * among, LIMIT + 2);
  };

  it('read no more for a page than among some dozens', async () => {
    await fillTo(FEW, FEW);
    const few = new Map<string, Map<string, number>>();
    for (const [name, ask] of Object.entries(lists())) few.set(name, await readOf(ask));
    await fillTo(MANY, 8000);
    for (const [name, ask] of Object.entries(lists())) {
      for (const [table, rows] of await readOf(ask)) {
        const before = few.get(name)?.get(table) ?? 0;
        expect([name, table, rows, rows <= mostOf(name, table, before)]).toEqual([name, table, rows, true]);
      }
    }
  }, 120_000);
});
