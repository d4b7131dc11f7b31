import type { Letterhead } from '@patravali/organisation';
import { mailWords } from './mail-words';

const LETTER = {
  number: '7/EST-2026-27',
  issuedOn: '2026-11-25',
  language: 'en',
  email: 'inspector@example.in',
  letterhead: { name: { hi: 'कार्यालय', en: 'Office' }, email: null } as Letterhead,
} as const;

describe('The mail with which a letter goes', () => {
  it('takes no line of its own from the subject of the letter', () => {
    const { subject, text } = mailWords({ ...LETTER, subject: 'Grant\r\nBcc: all@example.in\n\nDear Sir\u2028X' });
    expect(subject).toContain('Grant Bcc: all@example.in Dear Sir X');
    expect(text).toContain('Subject: Grant Bcc: all@example.in Dear Sir X.');
    expect(`${subject}\n${text}`).not.toMatch(/^(Bcc|Dear|X)/im);
  });
});
