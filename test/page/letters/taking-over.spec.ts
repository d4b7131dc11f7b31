import type { StructuredText } from '@patravali/contract';
import { type DraftForm, EMPTY_FORM, NO_ADDRESSEE } from '../../../apps/web/src/drafts/form/draft-form';
import { TAKEN_PARTS, takeOver, type TakenOver, typedParts } from '../../../apps/web/src/drafts/form/taking-over';

const WRITTEN: StructuredText = {
  version: 2,
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'आख्या संलग्न है।' }] }],
};
const LETTER: TakenOver = {
  language: 'en',
  subject: 'Verification of accounts',
  referenceNumber: '905/LDM',
  referenceDate: '2026-10-27',
  addressees: [{ ...NO_ADDRESSEE, name: 'Lead District Manager' }],
};
const OTHER: TakenOver = { ...LETTER, language: 'hi', subject: 'ऋण सत्यापन', referenceNumber: '12', referenceDate: '' };
const UNTOUCHED = { typed: [], taken: null };
const filledIn = (form: DraftForm, typed: DraftForm) =>
  takeOver(typed, LETTER, { typed: typedParts(form, typed), taken: null });

describe('what a reply takes over from the letter that it answers', () => {
  it('fills what is empty, and nothing else of the letter', () => {
    const form = { ...EMPTY_FORM, enclosures: ['सूची'], signatoryPostId: 'post' };
    expect(takeOver(form, LETTER, UNTOUCHED)).toEqual({ ...form, ...LETTER });
  });

  it('changes nothing that was typed before it came', () => {
    const typed: DraftForm = {
      ...EMPTY_FORM,
      subject: 'ऋण',
      referenceNumber: '7',
      addressees: [{ ...NO_ADDRESSEE, email: 'ldm@example.in' }],
    };
    expect(filledIn(EMPTY_FORM, typed)).toEqual(typed);
  });

  it('fills the parts beside that in which somebody types', () => {
    const typed = { ...EMPTY_FORM, subject: 'ऋण' };
    const { subject, language, referenceNumber, addressees } = filledIn(EMPTY_FORM, typed);
    expect([subject, language, referenceNumber, addressees]).toEqual(['ऋण', 'hi', '905/LDM', LETTER.addressees]);
  });

  it('leaves empty what was emptied by hand, and a language that was chosen', () => {
    expect(takeOver(EMPTY_FORM, LETTER, { typed: TAKEN_PARTS, taken: null })).toEqual(EMPTY_FORM);
    const chosen = { ...EMPTY_FORM, language: 'bilingual' as const };
    expect(filledIn(EMPTY_FORM, chosen).language).toBe('bilingual');
  });

  it('changes no language in which there are words', () => {
    expect(takeOver({ ...EMPTY_FORM, body: WRITTEN }, LETTER, UNTOUCHED)).toMatchObject({
      language: 'hi',
      body: WRITTEN,
      subject: LETTER.subject,
    });
  });

  it('gives way when another letter is chosen, but for what was typed since', () => {
    const first = takeOver(EMPTY_FORM, LETTER, UNTOUCHED);
    expect(takeOver(first, OTHER, { typed: [], taken: LETTER })).toEqual({ ...first, ...OTHER });
    const typed = { ...first, subject: `${first.subject}, final` };
    const { subject, referenceNumber } = takeOver(typed, OTHER, { typed: typedParts(first, typed), taken: LETTER });
    expect([subject, referenceNumber]).toEqual(['Verification of accounts, final', '12']);
  });

  it('leaves the words of a template, which nobody typed', () => {
    const begun = { ...EMPTY_FORM, subject: 'आख्या के सम्बन्ध में' };
    expect(takeOver(begun, LETTER, UNTOUCHED).subject).toBe('आख्या के सम्बन्ध में');
  });
});
