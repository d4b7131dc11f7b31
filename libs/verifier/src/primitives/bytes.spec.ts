import { areEqual, captured, fromBase64, fromText, joined, toBase64, toHex, toText, wholeNumber } from './bytes';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('bytes', () => {
  it('are written in hexadecimal digits', () => {
    expect(toHex(bytes(0, 1, 0x9f, 0xa0, 255))).toBe('00019fa0ff');
    expect(toHex(bytes())).toBe('');
  });

  it('are text when they are valid UTF-8 and nothing else, with a mark of their order as one more character', () => {
    expect(toText(fromText('पत्रावली'))).toBe('पत्रावली');
    expect(toText(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
    for (const wrong of [bytes(0xff), bytes(0xc0, 0x80), bytes(0xe0, 0xa4), bytes(0xed, 0xa0, 0x80)])
      expect(toText(wrong)).toBeUndefined();
  });

  it.each([[''], ['AA=='], ['AAA='], ['AAAA'], ['+/+/'], ['AAAAAA==']])('are base64 as %j', (text) => {
    const read = fromBase64(text);
    expect(read && toBase64(read)).toBe(text);
  });

  it.each([
    ['A'],
    ['AA'],
    ['AAA'],
    ['AAAAA'],
    ['AB=='],
    ['AAB='],
    ['AA=A'],
    ['=AAA'],
    ['A==='],
    ['AA A'],
    [' AAAA'],
    ['AAAA '],
    ['AA-_'],
    ['-'],
  ])('are not base64 as %j', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });

  it('are equal when all are', () => {
    expect(areEqual(bytes(1, 2, 3), bytes(1, 2, 3))).toBe(true);
    expect(areEqual(bytes(), bytes())).toBe(true);
    for (const other of [bytes(0, 2, 3), bytes(1, 0, 3), bytes(1, 2, 0), bytes(1, 2), bytes(1, 2, 3, 0), bytes()])
      expect(areEqual(bytes(1, 2, 3), other)).toBe(false);
  });

  it('are joined in their order', () => {
    expect(joined(bytes(1, 2), bytes(), bytes(3))).toEqual(bytes(1, 2, 3));
    expect(joined()).toEqual(bytes());
  });
});

describe('a whole number', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['10', 10],
    ['999999999999999', 999_999_999_999_999],
  ])('is %s', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });

  it.each([
    [''],
    ['00'],
    ['01'],
    ['-1'],
    ['+1'],
    ['1.0'],
    ['1e3'],
    [' 1'],
    ['1 '],
    ['1\n'],
    ['x1'],
    ['१'],
    ['1000000000000000'],
  ])('is not %j', (text) => {
    expect(wholeNumber(text)).toBeUndefined();
  });
});

describe('what a form catches', () => {
  it('is its groups, or nothing', () => {
    const form = /^(a+)(b)?$/;
    expect(captured<[string, string | undefined]>(form, 'aab')).toEqual(['aa', 'b']);
    expect(captured<[string, string | undefined]>(form, 'a')).toEqual(['a', undefined]);
    expect(captured(form, 'b')).toBeUndefined();
  });
});
