import { LETTER_FORMS } from '@patravali/contract';
import { certifiedAs, coSignatoriesOf } from './certifying';

describe('how a letter goes out from the signing post', () => {
  it.each(LETTER_FORMS)('%s: sealed, unless the office has its officers sign the form, or several sign it', (form) => {
    const others = LETTER_FORMS.filter((each) => each !== form);
    expect(certifiedAs({ form }, [])).toBe('sealed');
    expect(certifiedAs({ form }, others)).toBe('sealed');
    expect(certifiedAs({ form }, [form])).toBe('signed');
    expect(certifiedAs({ form }, LETTER_FORMS)).toBe('signed');
    expect(certifiedAs({ form, coSignatoryPostIds: ['p'] }, [])).toBe('signed');
    expect(certifiedAs({ form, coSignatoryPostIds: [] }, [])).toBe('sealed');
  });

  it('has nobody beside the signatory where nobody is named', () => {
    expect(coSignatoriesOf({})).toEqual([]);
    expect(coSignatoriesOf({ coSignatoryPostIds: ['a', 'b'] })).toEqual(['a', 'b']);
  });
});
