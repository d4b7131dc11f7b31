import { LETTER_FORMS } from '@patravali/contract';
import { signatureModeOf, coSignatoriesOf } from './signature-mode';

describe('how a letter goes out from the signing post', () => {
  it.each(LETTER_FORMS)('%s: sealed, unless the office has its officers sign the form, or several sign it', (form) => {
    const others = LETTER_FORMS.filter((each) => each !== form);
    expect(signatureModeOf({ form }, [])).toBe('sealed');
    expect(signatureModeOf({ form }, others)).toBe('sealed');
    expect(signatureModeOf({ form }, [form])).toBe('signed');
    expect(signatureModeOf({ form }, LETTER_FORMS)).toBe('signed');
    expect(signatureModeOf({ form, coSignatoryPostIds: ['p'] }, [])).toBe('signed');
    expect(signatureModeOf({ form, coSignatoryPostIds: [] }, [])).toBe('sealed');
  });

  it('has nobody beside the signatory where nobody is named', () => {
    expect(coSignatoriesOf({})).toEqual([]);
    expect(coSignatoriesOf({ coSignatoryPostIds: ['a', 'b'] })).toEqual(['a', 'b']);
  });
});
