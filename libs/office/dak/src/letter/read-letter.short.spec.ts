import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from './letter-lines';
import { readLetter } from './read-letter';

const corpus = process.env.PATRAVALI_CORPUS;
(corpus ? describe : describe.skip)('the letters of the corpus (needs PATRAVALI_CORPUS)', () => {
  it.each([
    [
      'hi-pension',
      {
        subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों के निस्तारण के सम्बन्ध में',
        senderName: 'जिला समाज कल्याण अधिकारी',
        letterNumber: '412/स.क./पेंशन/2026-27',
        letterDate: '2026-10-12',
        language: 'hi',
      },
    ],
    [
      'en-inspection',
      {
        subject: 'Half-yearly inspection of records in the subordinate offices',
        senderName: 'Section Officer (Establishment)?',
        letterNumber: 'A-11011/5/2026-Estt',
        letterDate: '2026-11-03',
        language: 'en',
        dueOn: '2026-11-25',
      },
    ],
    [
      'bi-workshop',
      {
        senderName: 'प्रशासनिक अधिकारी?',
        letterNumber: '77/IT-2026',
        letterDate: '2026-11-09',
        language: 'bilingual',
      },
    ],
  ])('%s says this, with a question mark where it is uncertain, and nothing else', (name, says) => {
    const text = readFileSync(join(corpus ?? '', 'letters', `${name}.txt`), 'utf8');
    const fields = Object.entries<Reading | null>({ ...readLetter([{ page: 1, text }], '2026-11-15') });
    const read = fields.flatMap(([field, reading]) =>
      reading ? [[field, `${reading.value}${reading.certain ? '' : '?'}`]] : [],
    );
    expect(Object.fromEntries(read)).toEqual(says);
  });
});
