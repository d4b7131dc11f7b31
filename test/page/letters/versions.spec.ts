import {
  contentOf,
  EMPTY_ENGLISH,
  EMPTY_FORM,
  formOf,
  inLanguage,
  sameContent,
} from '../../../apps/web/src/drafts/form/draft-form';
import { differingParts } from '../../../apps/web/src/drafts/versions/letter-parts';
import { wordsAround } from '../../../apps/web/src/drafts/preview/words-at-cursor';
import { compareWords } from '../../../apps/web/src/notes/versions/word-diff';

describe('two versions of a letter', () => {
  it('are compared word by word, no matra torn from its letter', () => {
    expect(compareWords('सत्यापन 30 दिन में पूर्ण करें', 'सत्यापन 15 दिन में पूरा करें')).toEqual([
      { text: 'सत्यापन ', kind: 'same' },
      { text: '30', kind: 'removed' },
      { text: '15', kind: 'added' },
      { text: ' दिन में ', kind: 'same' },
      { text: 'पूर्ण', kind: 'removed' },
      { text: 'पूरा', kind: 'added' },
      { text: ' करें', kind: 'same' },
    ]);
  });

  it('keep a word whose danda or comma changes, and a number with strokes is one word', () => {
    expect(compareWords('पत्र 12/EST-2026-27 भेजें।', 'पत्र 13/EST-2026-27 भेजें, तत्काल।')).toEqual([
      { text: 'पत्र ', kind: 'same' },
      { text: '12/EST-2026-27', kind: 'removed' },
      { text: '13/EST-2026-27', kind: 'added' },
      { text: ' भेजें', kind: 'same' },
      { text: ', तत्काल', kind: 'added' },
      { text: '।', kind: 'same' },
    ]);
    expect(compareWords('Please send it.', 'Please send it, now.').filter(({ kind }) => kind !== 'same')).toEqual([
      { text: ', now', kind: 'added' },
    ]);
  });

  it('differ in their parts, in the order in which a letter is read', () => {
    const letter = contentOf({
      ...EMPTY_FORM,
      subject: 'बैंक सत्यापन',
      addressees: [{ name: 'अग्रणी बैंक प्रबन्धक', designation: '', address: 'आज़मगढ़', email: '' }],
      signatoryPostId: 'post',
    });
    const later = letter && { ...letter, replyBy: '2026-12-31', subject: 'बैंक खातों का सत्यापन', enclosures: ['सूची'] };
    expect(letter && later && differingParts(letter, later)).toEqual(['subject', 'enclosures', 'replyBy']);
    expect(letter && differingParts(letter, { ...letter })).toEqual([]);
  });
});

describe('a letter that is being typed', () => {
  const form = {
    ...EMPTY_FORM,
    subject: ' बैंक सत्यापन ',
    addressees: [{ name: 'अग्रणी बैंक प्रबन्धक', designation: '', address: 'आज़मगढ़', email: '' }],
    enclosures: ['सूची', '  '],
    signatoryPostId: 'post',
  };

  it('leaves out what was not filled in', () => {
    expect(contentOf(form)).toMatchObject({
      subject: 'बैंक सत्यापन',
      reference: null,
      addressees: [{ name: 'अग्रणी बैंक प्रबन्धक', address: 'आज़मगढ़' }],
      salutation: null,
      enclosures: ['सूची'],
    });
  });

  it('is no letter yet without addressee, subject or signatory', () => {
    expect(contentOf({ ...form, subject: ' ' })).toBeNull();
    expect(contentOf({ ...form, addressees: EMPTY_FORM.addressees })).toBeNull();
    expect(contentOf({ ...form, signatoryPostId: null })).toBeNull();
  });

  it('leaves out what its form does not have, and keeps it for another form', () => {
    const typed = {
      ...form,
      salutation: 'मान्यवर,',
      attention: 'श्री वर्मा',
      present: ['जिलाधिकारी', ' '],
      reminder: '2',
    };
    expect(contentOf({ ...typed, form: 'minutes' })).toMatchObject({
      addressees: [],
      salutation: null,
      reference: null,
      present: ['जिलाधिकारी'],
    });
    expect(contentOf({ ...typed, form: 'minutes' })).not.toHaveProperty('attention');
    const reminder = contentOf({ ...typed, form: 'reminder' });
    expect(reminder).toMatchObject({ salutation: 'मान्यवर,', attention: 'श्री वर्मा', reminder: 2 });
    expect(reminder).not.toHaveProperty('present');
    expect(contentOf({ ...form, form: 'office_order', addressees: EMPTY_FORM.addressees })).toMatchObject({
      form: 'office_order',
      addressees: [],
    });
  });

  it('in both languages has an English text beside the Hindi one, which it needs', () => {
    const both = inLanguage(form, 'bilingual');
    expect(contentOf(both)).toBeNull();
    const english = { ...EMPTY_ENGLISH, subject: 'Verification' };
    const content = contentOf({ ...both, english });
    expect(content?.english).toEqual({ subject: 'Verification', salutation: null, body: EMPTY_FORM.body });
    expect(contentOf(inLanguage({ ...both, english }, 'hi'))).not.toHaveProperty('english');
    // One of a time that knew a single text for both stays as it is.
    const single = contentOf({ ...form, language: 'bilingual' });
    expect(single && contentOf(formOf(single))).toEqual(single);
    expect(content && single && sameContent(content, single)).toBe(false);
    expect(content && sameContent(content, { ...content })).toBe(true);
  });

  it('comes back into its fields as it was stored', () => {
    const content = contentOf(form);
    expect(content && contentOf(formOf(content))).toEqual(content);
  });
});

describe('the place where a letter is being written', () => {
  it('is told by the words before the cursor, by fewer and fewer, and by how often they follow again', () => {
    expect(wordsAround('पहला प्रस्तर\nकृपया आख्या', ' उपलब्ध करायें।\nकृपया आख्या भेजें')).toEqual([
      { words: 'कृपया आख्या', again: 1 },
      { words: 'आख्या', again: 1 },
    ]);
    expect(wordsAround('पहला\n', 'कृपया आख्या')).toEqual([
      { words: 'कृपया आख्या', again: 0 },
      { words: 'कृपया', again: 0 },
    ]);
    expect(wordsAround('', '')).toEqual([]);
  });
});
