import type { LetterLanguage } from '@patravali/contract';
import { fill, formatDate } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import type { Letterhead } from '@patravali/organisation';

interface MailedLetter {
  readonly number: string;
  readonly subject: string;
  readonly issuedOn: string;
  readonly language: LetterLanguage;
  readonly letterhead: Letterhead;
  readonly email: string;
}

/** What the mail says with which a letter goes, and from whom to whom. */
export function mailWords({ number, subject: about, issuedOn, language: written, letterhead, email }: MailedLetter) {
  const language = written === 'en' ? 'en' : 'hi';
  const values = {
    // A line break in a subject of old would let it write lines of its own into the mail.
    number,
    subject: about.replaceAll(/\s+/g, ' '),
    office: letterhead.name[language],
    date: formatDate('letter', issuedOn, language),
  };
  const { subject, text } = messagesOf('dispatch-mail', language);
  const from = letterhead.email ?? 'office@patravali.invalid';
  return { to: email, from, subject: fill(subject, values, language), text: fill(text, values, language) };
}
