import { timeOf } from '../measuring/load';
import type { Measure, Row } from '../measuring/measure';
import { median, pairs, row } from '../measuring/pairs';
import type { BenchOffice } from '../office/bench-office';
import { AUDITOR, CLOSING, RECORDS } from '../office/people';
import type { Section } from './section';

const WORD = `q=${encodeURIComponent('प्रकरण')}`;
/** Every list that can be as long; `:long` is the file that is as long as an archive. */
const LISTS: readonly (readonly [name: string, reader: number, path: string])[] = [
  ['findFiles, newest, dealing hand', RECORDS, '/files'],
  ['findFiles, newest, auditor', AUDITOR, '/files'],
  ['findFiles, common word, auditor', AUDITOR, `/files?${WORD}`],
  ['findFiles, common word, dealing hand', RECORDS, `/files?${WORD}`],
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
  ['listNotes', RECORDS, '/files/:long/notes'],
  ['listMovements', RECORDS, '/files/:long/movements'],
  ['getFileHistory', RECORDS, '/files/:long/history'],
  ['listCorrespondence', RECORDS, '/files/:long/correspondence'],
];

const DEPTH: Measure = {
  name: `a page 20,000 rows deep ÷ the first, ${LISTS.length} lists`,
  figures: LISTS.map(([name]) => name),
  asWorst: true,
  goal: { must: 1.3, aim: 1.1, atMost: true },
};
/** `walk`: rows of a page on the way down. */
const WHOLE = { deep: 20_000, walk: 200, rounds: 25, warmUp: 3 };

/** A page many rows deep against the first page of the same list. */
export const depth: Section<typeof WHOLE> = {
  name: 'depth',
  needs: ['large'],
  measures: [DEPTH],
  whole: WHOLE,
  least: { deep: 20, walk: 20, rounds: 1, warmUp: 0 },
  async measure({ large }, extent) {
    const long = await longestFile(large);
    const rows: Row[] = [];
    for (const [figure, reader, list] of LISTS) {
      const path = list.replace(':long', long);
      const cursor = await cursorAt(large, reader, path, extent);
      if (cursor === null) {
        console.log(`depth: ${figure} has fewer than ${extent.deep} rows`);
        continue;
      }
      const get = (query: string) =>
        timeOf(() => large.ask(reader, `${path}${path.includes('?') ? '&' : '?'}limit=50${query}`));
      const arms = [() => get(`&cursor=${cursor}`), () => get('')] as const;
      await pairs(...arms, extent.warmUp);
      const { a: deep, b: first, ratios } = await pairs(...arms, extent.rounds);
      const of = `p50 ${median(first).toFixed(1)} → ${median(deep).toFixed(1)} ms`;
      rows.push(row(DEPTH, ratios, of, { figure }));
    }
    return rows;
  },
};

async function longestFile({ sql }: BenchOffice): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT file_id AS id FROM correspondence GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
  );
  return rows[0]?.id ?? '';
}

async function cursorAt(
  office: BenchOffice,
  reader: number,
  path: string,
  { deep, walk }: typeof WHOLE,
): Promise<string | null> {
  let cursor: string | null = '';
  for (let seen = 0; seen < deep && cursor !== null; seen += walk) {
    const after: string = cursor ? `&cursor=${cursor}` : '';
    const page: { next: string | null } = await office.json(
      reader,
      `${path}${path.includes('?') ? '&' : '?'}limit=${walk}${after}`,
    );
    cursor = page.next;
  }
  return cursor;
}
