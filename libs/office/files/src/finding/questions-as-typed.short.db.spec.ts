import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateFile } from '@patravali/files';
import { TextIndex } from '@patravali/search';
import { useOffice } from '../../../../../test/support/office/office';
import { FindFiles } from './find-files';

interface Line {
  readonly query: string;
  readonly subject: string;
  readonly kind: string;
}

const linesOf = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [query = '', subject = '', kind = ''] = line.split('\t');
      return { query, subject, kind };
    });

/** By somebody who did not know how words are folded. */
const OWN = linesOf(join(__dirname, '../../test/questions-as-typed.tsv'));
const CORPUS = join(process.env.PATRAVALI_CORPUS ?? '', 'search.tsv');
const itWithCorpus = process.env.PATRAVALI_CORPUS && existsSync(CORPUS) ? it : it.skip;

/** What is not found among the first five. */
const NOT_FOUND = ['Dinesh Chand Shrivastava', 'waterloging', 'अवैद्य कब्जा', 'एक्सीडेंट', 'राज्य सूचना आयागे'];
/** What is found although it is another word: as a part of a longer one, or because a letter may be mistyped. */
const FOUND_AS_WELL = [
  '2281',
  'Bankatwa',
  'bank',
  'plot 21',
  'गाटा 11',
  'घर',
  'नलकूप 4',
  'निर्मल',
  'रामकेवट',
  'रामपुरा',
  'वार्ड',
];

const office = useOffice({ holds: 'section' });

describe('of questions as people type them', () => {
  /** The lines that do not hold. */
  const failing = async (lines: readonly Line[]) => {
    const [head, so] = [office().headId, office().at('SO')];
    for (const subject of new Set(lines.map((line) => line.subject))) {
      const request = { headId: head, urgency: 'ordinary', grading: 'normal', subject } as const;
      await office().get(CreateFile).execute(so, request);
    }
    await office().get(TextIndex).indexAll();
    const failed: Line[] = [];
    for (const line of lines) {
      const { items } = await office().get(FindFiles).execute(so, { q: line.query, limit: 5 });
      const isFound = items.some(({ subject }) => subject === line.subject);
      if (isFound === (line.kind === 'not')) failed.push(line);
    }
    return failed.map(({ query }) => query);
  };

  it('all but those that are named find the file that was meant, and none that is merely near', async () => {
    const lines = OWN.filter(({ kind }) => kind !== 'not');
    expect(lines.length).toBeGreaterThan(500);
    expect((await failing(OWN)).sort()).toEqual([...NOT_FOUND, ...FOUND_AS_WELL].sort());
    expect(NOT_FOUND.length / lines.length).toBeLessThan(0.01);
  }, 120_000);

  itWithCorpus('those of the corpus find the file that was meant (needs PATRAVALI_CORPUS)', async () => {
    expect(await failing(linesOf(CORPUS))).toEqual([]);
  });
});
