import { timeOf } from '../measuring/load';
import { median, pairs, type Row, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { AUDITOR, CLOSING, RECORDS } from '../office/people';
import type { Section } from './section';

const DEEP = 20_000;
const WALK = 200;
const ROUNDS = 25;
const WARM_UP = 3;
const GOAL = { must: 1.3, aim: 1.1, atMost: true };

/** A page 20,000 rows deep against the first page of the same list. */
export const depth: Section = {
  name: 'depth',
  needs: ['large'],
  async measure({ large }) {
    const rows: Row[] = [];
    for (const [name, reader, path] of await lists(large)) {
      const cursor = await cursorAt(large, reader, path);
      if (cursor === null) {
        console.log(`depth: ${name} has fewer than ${DEEP} rows`);
        continue;
      }
      const get = (query: string) =>
        timeOf(() => large.ask(reader, `${path}${path.includes('?') ? '&' : '?'}limit=50${query}`));
      const arms = [() => get(`&cursor=${cursor}`), () => get('')] as const;
      await pairs(...arms, WARM_UP);
      const { a: deep, b: first, ratios } = await pairs(...arms, ROUNDS);
      const of = `p50 ${median(first).toFixed(1)} → ${median(deep).toFixed(1)} ms`;
      rows.push(row(`${name}: ${DEEP} rows deep ÷ first page`, ratios, of, GOAL));
    }
    return rows;
  },
};

type List = readonly [name: string, reader: number, path: string];

async function lists({ sql }: BenchOffice): Promise<List[]> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT file_id AS id FROM correspondence GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  );
  const long = `/files/${rows[0]?.id ?? ''}`;
  return [
    ['findFiles, newest, dealing hand', RECORDS, '/files'],
    ['findFiles, newest, auditor', AUDITOR, '/files'],
    ['findFiles, common word, auditor', AUDITOR, `/files?q=${encodeURIComponent('प्रकरण')}`],
    ['findFiles, common word, dealing hand', RECORDS, `/files?q=${encodeURIComponent('प्रकरण')}`],
    ['findFiles, closed, dealing hand', RECORDS, '/files?state=closed'],
    ['listInbox, newest', RECORDS, '/desk/inbox'],
    ['listInbox, oldest', RECORDS, '/desk/inbox?order=oldest'],
    ['listInbox, action', RECORDS, '/desk/inbox?action=put_up'],
    ['listSent', RECORDS, '/desk/sent'],
    ['listCreated', RECORDS, '/desk/created'],
    ['listClosed', CLOSING, '/desk/closed'],
    ['listReceiptInbox', RECORDS, '/desk/receipts'],
    ['listDrafts', RECORDS, '/desk/drafts'],
    ['listIssues', RECORDS, '/issues'],
    ['listDiary', RECORDS, '/diary'],
    ['listNotes', RECORDS, `${long}/notes`],
    ['listMovements', RECORDS, `${long}/movements`],
    ['getFileHistory', RECORDS, `${long}/history`],
    ['listCorrespondence', RECORDS, `${long}/correspondence`],
  ];
}

async function cursorAt(office: BenchOffice, reader: number, path: string): Promise<string | null> {
  let cursor: string | null = '';
  for (let seen = 0; seen < DEEP && cursor !== null; seen += WALK) {
    const after: string = cursor ? `&cursor=${cursor}` : '';
    const page: { next: string | null } = await office.json(
      reader,
      `${path}${path.includes('?') ? '&' : '?'}limit=${WALK}${after}`,
    );
    cursor = page.next;
  }
  return cursor;
}
