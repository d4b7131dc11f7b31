import { DraftContent } from '../../drafts/contract/drafts';
import { LETTER_FORM_PARTS, LETTER_FORMS } from './letter-forms';

const letter = (changes: object) => ({
  form: 'letter',
  language: 'hi',
  subject: 'विषय',
  addressees: [{ name: 'जिलाधिकारी' }],
  body: { version: 2, blocks: [] },
  signatoryPostId: '00000000-0000-4000-8000-000000000001',
  ...changes,
});
const refused = (changes: object) =>
  DraftContent.safeParse(letter(changes)).error?.issues.map(({ path, message }) => [path.join('.'), message]);

describe('the forms of letters', () => {
  it('are twelve, and what the manual says of them stands in one table', () => {
    expect(LETTER_FORMS).toHaveLength(12);
    const parts = Object.entries(LETTER_FORM_PARTS);
    const having = (has: (one: (typeof parts)[number][1]) => boolean) =>
      parts
        .filter(([, one]) => has(one))
        .map(([form]) => form)
        .sort();
    expect(having(({ salutation }) => salutation)).toEqual(['do_letter', 'letter', 'reminder']);
    expect(having(({ person }) => person === 'first')).toEqual(['do_letter', 'letter', 'reminder']);
    expect(having(({ addressees }) => addressees === 'above')).toEqual(['letter', 'reminder']);
    expect(having(({ addressees }) => addressees === 'none')).toEqual(['minutes', 'office_order', 'order']);
    expect(having(({ saysTo }) => !saysTo)).toEqual(['do_letter', 'id_note']);
    expect(having(({ subject }) => subject === 'headline')).toEqual(['minutes', 'press_note']);
    expect(having(({ numberAt }) => numberAt === 'foot')).toEqual(['id_note']);
    expect(having(({ numbering }) => numbering === 'from_first')).toEqual(['id_note', 'minutes']);
    expect(having(({ publication }) => publication === 'gazette')).toEqual(['notification', 'resolution']);
  });
});

describe('the content of a draft', () => {
  it('of a time that knew two forms is a draft today', () => {
    expect(DraftContent.parse(letter({}))).toEqual(
      letter({ reference: null, salutation: null, enclosures: [], copyTo: [] }),
    );
  });

  it('has an addressee where its form names one, and only there', () => {
    expect(refused({ addressees: [] })).toEqual([['addressees', 'addressee-needed']]);
    expect(refused({ form: 'office_order' })).toEqual([['addressees', 'not-in-form']]);
    expect(refused({ form: 'office_order', addressees: [] })).toBeUndefined();
  });

  it('has nothing that its form does not have', () => {
    const others = [{ publication: 'भाग-1' }, { present: ['जिलाधिकारी'] }, { reminder: 2 }];
    for (const other of others) expect(refused(other)).toEqual([['form', 'not-in-form']]);
    expect(refused({ attention: 'श्री वर्मा' })).toBeUndefined();
    expect(refused({ form: 'do_letter', attention: 'श्री वर्मा' })).toEqual([['form', 'not-in-form']]);
  });

  it('has an English text beside the Hindi one only in both languages', () => {
    const english = { subject: 'Subject', body: { version: 2, blocks: [] } };
    expect(refused({ english })).toEqual([['english', 'one-language']]);
    expect(refused({ english, language: 'bilingual' })).toBeUndefined();
    expect(refused({ language: 'bilingual' })).toBeUndefined();
  });

  it('is no longer in all its texts together than one text may be', () => {
    const long = { version: 2, blocks: Array.from({ length: 400 }, () => lines(4)) };
    expect(refused({ body: long })).toBeUndefined();
    expect(refused({ body: long, annexures: [{ title: 'सूची', body: long }] })).toEqual([
      ['annexures', 'too-many-lines'],
    ]);
  });
});

const lines = (count: number) => ({
  type: 'paragraph',
  children: [{ type: 'text', text: Array.from({ length: count }, () => 'क').join('\n') }],
});
