import { keptText } from '../schemas/kept-text';
import { typed } from '../schemas/page';
import { Words } from './structured-text';

describe('Text as it is kept', () => {
  it('has lost what nobody sees: byte order mark, zero-width space, soft hyphen, turned direction', () => {
    expect(keptText('\ufeffपत्र\u200bसं\u00adख्या\u2060 \u202e12\u202c\u200e\u200f\u061c\u2066x\u2069')).toBe(
      'पत्रसंख्या 12x',
    );
  });

  it('keeps the joiners, with which Hindi is written', () => {
    for (const text of ['क्\u200dष', 'श्रीमान्\u200c', 'न्\u200dय']) expect(keptText(text)).toBe(text);
  });

  it('is in NFC, also where a sign stood between a letter and its mark', () => {
    expect(keptText('e\u200b\u0301')).toBe('\u00e9');
  });

  it('is what a request says once it is read, and what only held unseen signs is empty', () => {
    expect(typed(100).parse('\ufeff पेंशन\u200b ')).toBe('पेंशन');
    expect(typed(100).safeParse('\u200b\ufeff').success).toBe(false);
    const words = (text: string) => ({ children: [{ type: 'text', text }] });
    expect(Words.parse(words('क\u200bख'))).toEqual(words('कख'));
  });
});
