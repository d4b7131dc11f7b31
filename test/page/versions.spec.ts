import { contentOf, EMPTY_FORM, formOf } from '../../apps/web/src/drafts/fields/draft-form';
import { compareWords } from '../../apps/web/src/notes/versions/word-diff';

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

  it('comes back into its fields as it was stored', () => {
    const content = contentOf(form);
    expect(content && contentOf(formOf(content))).toEqual(content);
  });
});
