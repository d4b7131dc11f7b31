import type { Actor } from '@patravali/authorization';
import { FindFiles as FindFilesQuery } from '@patravali/contract';
import { FindFiles } from '@patravali/files';
import { OfficeQuestions } from '@patravali/search';
import { useApplicationClient } from '../support/database/application-client';
import { writeManyFiles } from '../support/office/large-office';
import { useOffice } from '../support/office/office';
import type { Marking } from '../support/office/rows';
import { readOf, watched } from '../support/database/plan-of';

const FILES = 40_000;
const PAGE = 50;
/** Of any table: three pages and 50 rows, a sample of the newest, and one row for each step. */
const READ_AT_MOST = 3 * PAGE + 50 + 64;

const SEARCHES = [
  '',
  'पेंशन',
  'School',
  'पेंशन मेरठ',
  'building झाँसी',
  'प्रकरण',
  'भवन सड़क',
  'Seldom',
  'absent',
  'School absent',
  'A-11011/31234/2026-Sec4',
  '31234',
  '१५५००५',
  '155005',
  'Sec12',
  '9999999',
  '/2026-',
];
/** Every match is old: long stretches without any, then more than is wanted, so that some are cut. */
const [OLD, READ_FOR_OLD] = [['Bygone', 'Bygone वेतन'], 28 * PAGE];
/** Words of one or two letters have no key: every file that one may read is looked at. */
const SHORT = ['के', 'PF', 'प्रकरण 77', '12 34'];
const READERS = ['SO', 'US', 'CLERK', 'AUDIT', 'DISPATCH'] as const satisfies readonly Marking[];

describe('finding files among many', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    await writeManyFiles(office(), FILES);
    await connect(office().config.databaseUrl);
  }, 120_000);

  const find = (actor: Actor, query: Partial<FindFilesQuery>) =>
    office()
      .get(FindFiles)
      .execute(actor, { ...FindFilesQuery.parse({}), ...query });

  /** By looking at every file, one after the other. */
  const looked = async (actor: Actor, q: string, state: string | undefined, below: number) => {
    const words = FindFilesQuery.parse({ q }).q?.split(' ') ?? [];
    const western = words.map((word) => word.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966)));
    const rows = await office().rows<{ number: number }>(
      `SELECT f.computer_number AS number FROM office_file f JOIN file_custody c ON c.file_id = f.id
       WHERE (c.reader_post_ids @> ARRAY[$1]::uuid[] OR $2 AND c.grading = 'normal') AND ($3::text IS NULL OR c.state = $3)
         AND (f.number || ' ' || f.subject ILIKE ALL ($4::text[]) OR f.computer_number::text = $5) AND f.computer_number < $6
       ORDER BY 1 DESC LIMIT ${PAGE}`,
      [
        actor.postId,
        actor.post.roles.includes('auditor'),
        state,
        western.map((word) => `%${word}%`),
        western.join(' '),
        below,
      ],
    );
    return rows.map(({ number }) => number);
  };

  describe.each(READERS)('by %s', (reader) => {
    it.each([...SEARCHES, ...OLD, ...SHORT])('finds what is there, page after page: "%s"', async (q) => {
      const actor = office().at(reader);
      for (const state of [undefined, 'on_desk'] as const) {
        let [cursor, below]: [string | undefined, number] = [undefined, 2 ** 31 - 1];
        for (let pages = 0; pages < 2; pages++) {
          const { items, next } = await find(actor, { q, state, cursor, limit: PAGE });
          const numbers = items.map(({ computerNumber }) => computerNumber);
          expect([q, state, numbers]).toEqual([q, state, await looked(actor, q, state, below)]);
          below = numbers.at(-1) ?? 0;
          if (next === null) break;
          cursor = next;
        }
      }
    });
  });

  it.each(READERS)('reads little more than it answers, at any depth: %s', async (reader) => {
    const actor = office().at(reader);
    const reads: string[] = [];
    let q = '';
    const manager = watched(office().manager, client(), (table, read) => {
      if (table !== 'post' && (read.scanned || read.rows > (OLD.includes(q) ? READ_FOR_OLD : READ_AT_MOST)))
        reads.push(`${q}: ${readOf(table, read)}`);
    });
    const asked = new FindFiles(manager, office().get(OfficeQuestions));
    for (q of [...SEARCHES, ...OLD]) {
      const { next } = await asked.execute(actor, { q, limit: PAGE });
      if (next !== null) await asked.execute(actor, { q, limit: PAGE, cursor: next });
    }
    expect(reads).toEqual([]);
  });
});
