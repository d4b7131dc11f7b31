import type { LetterData } from '@patravali/letters';
import type { StoryLetter } from './story';
import { structured } from './structured';

/** The letter as the typesetter takes it, marked as a specimen because its sender does not exist. */
export function letterData(letter: StoryLetter, date: string): LetterData {
  const { language, form, from, number, subject, body, enclosures, urgency } = letter;
  return {
    language,
    form,
    letterhead: { name: from.name, unit: null, address: from.address, phone: null, email: letter.email ?? null },
    number,
    date,
    fileNumber: number,
    reference: null,
    addressees: [letter.to],
    subject,
    salutation: null,
    body: structured(body),
    enclosures,
    copyTo: [],
    signatory: { name: from.signatory, designation: from.designation, isFor: false, signedAt: null },
    issuer: null,
    urgency,
    specimen: true,
  };
}
