import { aLetter } from '../../test/samples';
import { letterPage } from './letter-page';
import { refuseUnprintable } from './refuse-unprintable';

function refusalOf(letter: object): unknown {
  try {
    refuseUnprintable(letter);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('A letter that is to be issued', () => {
  it('is refused with a character that cannot be printed, wherever it stands, also in the letterhead', () => {
    const { letterhead } = aLetter();
    const places = [
      { subject: 'बधाई 😀' },
      { salutation: 'महोदय 😀' },
      { enclosures: ['प्रपत्र 😀'] },
      { copyTo: [{ name: 'अधिकारी 😀' }] },
      { letterhead: { ...letterhead, name: { hi: 'कार्यालय 😀', en: 'Office' } } },
    ];
    for (const place of places) {
      const { data } = letterPage(aLetter(place));
      expect(refusalOf(data)).toMatchObject({ code: 'characters-not-printable', params: { characters: 'U+1F600' } });
    }
  });

  it('goes out with whatever can be printed', () => {
    expect(() => refuseUnprintable(letterPage(aLetter({ subject: 'صدر ≥ ✓ রবি' })).data)).not.toThrow();
  });

  it('names no more than twenty characters', () => {
    const subject = Array.from({ length: 30 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    const refusal = refusalOf({ subject }) as { params: { characters: string } };
    expect(refusal.params.characters).toMatch(/^(U\+4E[\dA-F]{2}, ){19}U\+4E13 …$/);
  });
});
