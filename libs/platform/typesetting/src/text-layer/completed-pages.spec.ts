import { CompletedPages } from './completed-pages';
import { ClusterCodes } from './cluster-codes';
import { PageFont } from './page-font';

const CONTENT = Buffer.from('(\\000\\001\\000\\002) Tj');
const aFont = (...texts: readonly string[]) => {
  const glyphs = texts.map((text, index) => [index + 1, text] as const);
  return new PageFont(new Map(glyphs), new Map(glyphs.map(([glyph], index) => [glyph, 500 + index])));
};
const KI = { text: '0915093F', glyphs: [1, 2].map((glyph) => ({ glyph, x: 0, y: 0 })), width: 500 };
const KHI = { ...KI, text: '0916093F' };

describe('a page that was completed before', () => {
  const completed = async (...fonts: readonly PageFont[]) => {
    const pages = new CompletedPages();
    let times = 0;
    const made = fonts.map((font) => {
      const codes = new ClusterCodes(font);
      const completeIt = () => ({
        packed: Promise.resolve(Buffer.from(String((times += 1)))),
        shown: [{ fontName: 'f0', cluster: KI, codes: codes.codesOf(KI) }],
      });
      return pages.complete(CONTENT, new Map([['f0', font]]), new Map([['f0', codes]]), completeIt);
    });
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
    ['has other widths', new PageFont(new Map([[1, '0915']]), new Map([[1, 900]]))],
  ])('is completed anew when its font %s', async (_, other) => {
    expect(await completed(aFont('0915', '0916'), other)).toEqual({ times: 2, made: ['1', '2'] });
  });

  it('is completed anew when pages before it have come to show a cluster more, and the codes are others', async () => {
    const pages = new CompletedPages();
    const font = aFont('0915');
    const complete = (codes: ClusterCodes, result: string) =>
      pages.complete(CONTENT, new Map([['f0', font]]), new Map([['f0', codes]]), () => ({
        packed: Promise.resolve(Buffer.from(result)),
        shown: [{ fontName: 'f0', cluster: KI, codes: codes.codesOf(KI) }],
      }));
    const [alone, same, behind] = [new ClusterCodes(font), new ClusterCodes(font), new ClusterCodes(font)];
    behind.codesOf(KHI);
    const made = [await complete(alone, 'first'), await complete(same, 'second'), await complete(behind, 'third')];
    expect(made.map(String)).toEqual(['first', 'first', 'third']);
  });

  it('is forgotten when many others were completed since', async () => {
    const pages = new CompletedPages();
    const fonts = new Map([['f0', aFont('0915')]]);
    let times = 0;
    const complete = (content: string) =>
      pages.complete(Buffer.from(content), fonts, new Map(), () => ({
        packed: Promise.resolve(Buffer.from(String((times += 1)))),
        shown: [],
      }));
    for (let page = 0; page < 1000; page++) await complete(`page ${page}`);
    await complete('page 999');
    expect(times).toBe(1000);
    await complete('page 0');
    expect(times).toBe(1001);
  });
});
