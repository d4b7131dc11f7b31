import fc from 'fast-check';
import { issueCodeOf, printedIssueCode } from './issue-code';

const CHARACTERS = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
/** Codes as the office draws them: fourteen characters by chance, and the one that fits behind them. */
const codes = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 14, maxLength: 14 })
  .map((drawn) => CHARACTERS.map((check) => drawn.join('') + check).find((code) => issueCodeOf(code) === code) ?? '');

describe('the code of a letter', () => {
  it('has exactly one check character for whatever was drawn', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const fitting = CHARACTERS.map((check) => code.slice(0, -1) + check).filter((each) => issueCodeOf(each));
        expect(fitting).toEqual([code]);
      }),
    );
  });

  it('is known to be mistyped when one character is wrong', () => {
    fc.assert(
      fc.property(codes, fc.nat(14), fc.constantFrom(...CHARACTERS), (code, place, wrong) => {
        fc.pre(code[place] !== wrong);
        expect(issueCodeOf(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull();
      }),
    );
  });

  it('is known to be mistyped when any two characters have changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(14), fc.nat(14), (code, one, other) => {
        fc.pre(code[one] !== code[other]);
        const characters = Array.from(code);
        [characters[one], characters[other]] = [characters[other] ?? '', characters[one] ?? ''];
        expect(issueCodeOf(characters.join(''))).toBeNull();
      }),
    );
  });

  it('is understood as people type it', () => {
    expect(issueCodeOf('000000000000000')).toBe('000000000000000');
    expect(issueCodeOf(' ooooo-00000–o0000 ')).toBe('000000000000000');
    expect(issueCodeOf('०००००-०००००-०००००')).toBe('000000000000000');
    expect(issueCodeOf('00000-00000-000l2')).toBe('000000000000012');
    expect(issueCodeOf('00000-00000-000i2')).toBe('000000000000012');
    expect(issueCodeOf('00000-00000-00012')).toBe('000000000000012');
  });

  it.each([
    '',
    '0',
    '00000-00000-0000',
    '00000-00000-00000-0',
    'UUUUU-UUUUU-UUUUU',
    '<script>alert(1)',
    'ज़ूम',
    '\u0000',
  ])('is not %j', (typed) => {
    expect(issueCodeOf(typed)).toBeNull();
  });

  it('is printed in three groups', () => {
    expect(printedIssueCode('7K3QM0ZT4V9XB2C')).toBe('7K3QM-0ZT4V-9XB2C');
  });
});
