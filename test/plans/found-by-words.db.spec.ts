import { FindFiles as FindFilesQuery } from '@patravali/contract';
import { FindFiles, FindFilesAlike } from '@patravali/files';
import { OfficeQuestions, SearchWords } from '@patravali/search';
import { useApplicationClient } from '../support/database/application-client';
import { readOf, watched } from '../support/database/plan-of';
import { writeManyFiles } from '../support/office/large-office';
import { useOffice } from '../support/office/office';
import type { Marking } from '../support/office/rows';

const FILES = 40_000;
const PAGE = 50;
/** Of any table: for each of four parts a page and what its walk reads beside it. */
const READ_AT_MOST = 4 * (3 * PAGE + 50 + 64);
/** Words, as folded, of which the vocabulary of such an office knows how they sound. */
const WORDS = [
  'पेंशन',
  'वेतन',
  'अवकाश',
  'भवन',
  'सडक',
  'विद्यालय',
  'जांच',
  'झांसी',
  'मेरठ',
  'school',
  'building',
  'seldom',
  'bygone',
];
const QUESTIONS = [
  'पेन्शन',
  'pension',
  'विद्यालयों',
  'vidyalay mereth',
  'buildings',
  'bilding jhansi',
  'पेंशन -मेरठ',
  '"school building"',
  'seldom',
  'absent',
  'तहसील',
  'मार्ग',
];
/** Whoever opens a file waits for no more, whatever he types: as many as have some of the words, and a stretch beside. */
const READ_FOR_ALIKE = 2 * 4000;
const SUBJECTS = [
  'पेंशन प्रकरण 17 मेरठ',
  'विद्यालय भवन की मरम्मत, मेरठ',
  'School building, pension, leave, land',
  'ग्राम सिसवा में नलकूप की मरम्मत',
  'जाँच भूमि निविदा चिकित्सा सड़क भवन अवकाश वेतन पेंशन',
];
const READERS = ['SO', 'US', 'CLERK', 'AUDIT', 'DISPATCH'] as const satisfies readonly Marking[];

describe('finding files among many by their words', () => {
  const { connect, client } = useApplicationClient();
  const office = useOffice({ holds: 'section' });
  beforeAll(async () => {
    await writeManyFiles(office(), FILES, 'said');
    await office().get(SearchWords).note(office().manager, WORDS);
    await connect(office().config.databaseUrl);
  }, 120_000);

  it('finds among them what was meant', async () => {
    for (const [q, subject] of [
      ['पेन्शन', /पेंशन/],
      ['pension', /पेंशन/],
      ['buildings jhansi', /झाँसी/],
    ] as const) {
      const { items } = await office().get(FindFiles).execute(office().at('AUDIT'), FindFilesQuery.parse({ q }));
      expect(items.length).toBe(PAGE);
      for (const item of items) expect(item.subject).toMatch(subject);
    }
  });

  it.each(READERS)('reads little more than it answers, at any depth: %s', async (reader) => {
    const actor = office().at(reader);
    const reads: string[] = [];
    let q = '';
    const manager = watched(office().manager, client(), (table, read) => {
      if (table !== 'post' && (read.scanned || read.rows > READ_AT_MOST)) reads.push(`${q}: ${readOf(table, read)}`);
    });
    const asked = new FindFiles(manager, office().get(OfficeQuestions));
    for (q of QUESTIONS) {
      const { next } = await asked.execute(actor, { q, limit: PAGE });
      if (next !== null) await asked.execute(actor, { q, limit: PAGE, cursor: next });
    }
    expect(reads).toEqual([]);
  });

  it.each(READERS)('looks through few for those that are alike: %s', async (reader) => {
    const reads: string[] = [];
    let subject = '';
    const manager = watched(office().manager, client(), (table, read) => {
      if (table !== 'post' && (read.scanned || read.rows > READ_FOR_ALIKE))
        reads.push(`${subject}: ${readOf(table, read)}`);
    });
    const asked = new FindFilesAlike(manager, office().get(OfficeQuestions), office().get(SearchWords));
    for (subject of SUBJECTS) await asked.execute(office().at(reader), { subject });
    expect(reads).toEqual([]);
  });
});
