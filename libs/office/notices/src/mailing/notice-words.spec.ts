import type { KeptLanguages, Named, Notice } from '@patravali/contract';
import { noticeWords } from './notice-words';

const NOTICE = {
  kind: 'late',
  thing: { kind: 'file', id: '1', grading: 'normal', number: 'A-11011/1/2026-EST', numberHi: null, subject: 'पेंशन' },
  from: null,
  action: null,
} as unknown as Named<Notice>;
const SEPARATOR = '— — —';

describe('the mail about notices', () => {
  it.each<[KeptLanguages, boolean, boolean]>([
    ['hi', true, false],
    ['en', false, true],
    ['bilingual', true, true],
  ])('of an office that keeps %s is in that', (kept, inHindi, inEnglish) => {
    const { subject, text } = noticeWords([NOTICE], 'https://office.example.in', { name: 'notice', kept });
    const labels = text.replaceAll('पेंशन', '');
    expect([/[\u0900-\u097f]/.test(labels), /[A-Za-z]{4,} [a-z]{3,}/.test(labels)]).toEqual([inHindi, inEnglish]);
    expect([/[\u0900-\u097f]/.test(subject), text.includes(SEPARATOR), subject.includes(' / ')]).toEqual([
      inHindi,
      inHindi && inEnglish,
      inHindi && inEnglish,
    ]);
  });
});
