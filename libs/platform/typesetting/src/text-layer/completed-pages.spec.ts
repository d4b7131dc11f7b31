import { CompletedPages } from './completed-pages';
import { PageFont } from './page-font';

const CONTENT = Buffer.from('(\\000\\001\\000\\002) Tj');
const aFont = (...texts: readonly string[]) => {
  const glyphs = texts.map((text, index) => [`000${index + 1}`, text] as const);
  return new PageFont(new Map(glyphs), new Map(glyphs.map(([glyph], index) => [glyph, 500 + index])));
};

describe('a page that was completed before', () => {
  const completed = async (...fonts: readonly PageFont[]) => {
    const pages = new CompletedPages();
    let times = 0;
    const made = fonts.map((font) =>
      pages.complete(CONTENT, new Map([['f0', font]]), () => Promise.resolve(Buffer.from(String((times += 1))))),
    );
    return { times, made: (await Promise.all(made)).map(String) };
  };

  it('is not completed again, not even when the document has come to use more glyphs', async () => {
    const font = ['0915', '0020'];
    expect(await completed(aFont(...font), aFont(...font), aFont(...font, '0916'))).toEqual({
      times: 1,
      made: ['1', '1', '1'],
    });
  });

  it.each([
    ['says something else', aFont('0915', '0917')],
    ['has fewer glyphs', aFont('0915')],
    ['has other widths', new PageFont(new Map([['0001', '0915']]), new Map([['0001', 900]]))],
  ])('is completed anew when its font %s', async (_, other) => {
    expect(await completed(aFont('0915', '0916'), other)).toEqual({ times: 2, made: ['1', '2'] });
  });

  it('is forgotten when many others were completed since', async () => {
    const pages = new CompletedPages();
    const fonts = new Map([['f0', aFont('0915')]]);
    let times = 0;
    const complete = (content: string) =>
      pages.complete(Buffer.from(content), fonts, () => Promise.resolve(Buffer.from(String((times += 1)))));
    for (let page = 0; page < 1000; page++) await complete(`page ${page}`);
    await complete('page 999');
    expect(times).toBe(1000);
    await complete('page 0');
    expect(times).toBe(1001);
  });
});
