import { SearchOffice as SearchOfficeQuery } from '@patravali/contract';
import { SearchOffice } from '@patravali/finding';
import { OfficeQuestions, SearchWords } from '@patravali/search';
import { useApplicationClient } from '../support/database/application-client';
import { readOf, watched } from '../support/database/plan-of';
import { writeManyFiles } from '../support/office/large-office';
import { useOffice } from '../support/office/office';
import type { Marking } from '../support/office/rows';
import { NOTE_WORDS, writeManyNotes } from './many-notes';

const FILES = 40_000;
const PAGE = 50;
/** What is looked at before it is given up, with the step that goes beyond it, in each of two parts. */
const READ_AT_MOST = 2 * (8_000 + 3 * 500);
const READERS = ['SO', 'US', 'CLERK', 'AUDIT', 'DISPATCH'] as const satisfies readonly Marking[];
const QUESTIONS = [
  ...Object.values(NOTE_WORDS),
  `${NOTE_WORDS.common} ${NOTE_WORDS.some}`,
  `${NOTE_WORDS.common} ${NOTE_WORDS.fill}`,
  `${NOTE_WORDS.fill} -${NOTE_WORDS.common}`,
  'absent',
];

describe('searching among many notes', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    await writeManyFiles(office(), FILES);
    await writeManyNotes(office(), 1, ['शासन', 'आदेश', 'पत्र', 'कार्यालय', 'प्रस्तुत', 'अभिलेख', 'वर्ष', 'मांग']);
    await office().get(SearchWords).note(office().manager, Object.values(NOTE_WORDS));
    await connect(office().config.databaseUrl);
  }, 120_000);

  it('finds the newest that somebody may read, however few these are', async () => {
    const found = async (reader: Marking, q: string) => {
      const request = SearchOfficeQuery.parse({ q, kind: 'note' });
      const { kinds } = await office().get(SearchOffice).execute(office().at(reader), request);
      return kinds.flatMap(({ items }) => items);
    };
    // The assistant reads one file of 4,001.
    expect((await found('CLERK', NOTE_WORDS.fill)).map(({ file }) => (file?.computerNumber ?? 0) / 5)).toEqual(
      [9, 8, 7, 6, 5, 4, 3, 2, 1].map((at) => at * 4001),
    );
    expect((await found('CLERK', NOTE_WORDS.common)).map(({ file }) => (file?.computerNumber ?? 0) / 5)).toEqual(
      [9, 6, 3].map((at) => at * 4001),
    );
    expect(await found('DISPATCH', NOTE_WORDS.fill)).toEqual([]);
    const newest = await found('US', NOTE_WORDS.common);
    expect(newest.length).toBe(PAGE);
    expect((newest[0]?.file?.computerNumber ?? 0) / 5).toBeGreaterThan(FILES - 100);
  });

  it('narrows by the index itself: the rows of one day, of a month, of another unit', async () => {
    const found = async (asked: object) => {
      const request = SearchOfficeQuery.parse({ q: NOTE_WORDS.fill, kind: 'note', limit: 200, ...asked });
      const { kinds } = await office().get(SearchOffice).execute(office().at('US'), request);
      return kinds[0]?.items.length ?? 0;
    };
    const { unitId } = office().at('CLERK').post;
    expect(await found({ from: '2024-01-05', to: '2024-01-05' })).toBe(FILES / 1000);
    // He reads the notes of every fifth day; of these, the other unit's are those of the first alone.
    expect(await found({ from: '2024-01-20', to: '2024-01-25' })).toBe((2 * FILES) / 1000);
    expect(await found({ from: '2024-01-20', to: '2024-01-25', unitId })).toBe(FILES / 1000);
    expect(await found({ to: '2023-12-31' })).toBe(0);
  });

  it.each(READERS)('reads a bounded number of rows, at any depth: %s', async (reader) => {
    const actor = office().at(reader);
    const reads: string[] = [];
    let q = '';
    const { unitId } = office().at('CLERK').post;
    const narrowed = [
      {},
      { from: '2024-01-05', to: '2024-01-05' },
      { from: '2025-02-03' },
      { unitId },
      { unitId, from: '2024-01-05', to: '2024-02-20' },
      { to: '2023-12-31' },
    ];
    const manager = watched(office().manager, client(), (table, read) => {
      const isSmall = table === 'post' || table === 'search_word';
      if (!isSmall && (read.scanned || read.rows > READ_AT_MOST)) reads.push(`${q}: ${readOf(table, read)}`);
    });
    const asked = new SearchOffice(manager, office().get(OfficeQuestions), office().get(SearchWords));
    for (q of QUESTIONS) {
      for (const to of narrowed) {
        const { kinds } = await asked.execute(actor, SearchOfficeQuery.parse({ q, kind: 'note', ...to }));
        const next = kinds[0]?.next ?? null;
        if (next !== null)
          await asked.execute(actor, SearchOfficeQuery.parse({ q, kind: 'note', ...to, cursor: next }));
      }
    }
    expect(reads).toEqual([]);
  });
});
