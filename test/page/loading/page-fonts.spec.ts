import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page as BrowserPage } from 'playwright-core';
import { startBrowser } from '../../support/page/browser';
import { fileText } from '../../support/sources/sources';

const CUT = join(__dirname, '../../../dist/page-fonts');
const MESSAGES = join(__dirname, '../../../libs/office/messages/src');
const STYLES = fileText('apps/web/src/ui/theme/fonts.css');

/** Conjuncts, a reph, matras that change places, a virama that is kept, digits and the rupee; the space is Latin's. */
const HINDI = ['क्षेत्र', 'श्री', 'ज्ञापन', 'कर्मचारी', 'द्वितीय', 'विट्ठल', 'हृदय', 'र्‍य', 'क्‌ष', '॥१२३४५॥', '₹', 'ऑफ़िस'];
const ENGLISH = ['Office of the Commissioner', 'AV To Wa 0123456789', 'fi fl ffi', '“it’s” – … ×'];
/** By the part of a font: what Hindi and English have, and what only whole faces have. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'basic-latin': ENGLISH,
  latin: [...ENGLISH, 'é ü ß ÷'],
  hindi: HINDI,
  devanagari: [...HINDI, 'अ॒ग्निम्', 'ऱ्य', 'कॄप्त'],
};
/** `noto-sans-devanagari-hindi-400-normal.woff2`: font, part and weight. */
const NAME = /^(noto-(?:sans|serif)(?:-devanagari|-mono)?)-([a-z-]+)-(\d+)-normal/;
const OF_LETTERS: Readonly<Record<string, string>> = {
  'noto-sans': 'NotoSans',
  'noto-sans-devanagari': 'NotoSansDevanagari',
};

/** Where the font lies out of which a face is cut. */
function wholeOf(font: string, weight: string): string {
  const [name, style] = [OF_LETTERS[font], weight === '400' ? '400Regular' : '600SemiBold'];
  if (name !== undefined) return require.resolve(`@expo-google-fonts/${font}/${style}/${name}_${style}.ttf`);
  const script = font.endsWith('devanagari') ? 'devanagari' : 'latin';
  return require.resolve(`@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`);
}

/** Whether a letter lies in the ranges of one of these parts, as the stylesheet names them. */
function hasLetter(...parts: readonly string[]): (letter: string) => boolean {
  const ranges = parts.flatMap((part) => {
    const [, of = ''] = new RegExp(`-${part}-400-normal[^}]*unicode-range:([^;]*)`).exec(STYLES) ?? [];
    return [...of.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)].map(([, from = '', to = from]) => [from, to] as const);
  });
  return (letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => parseInt(from, 16) <= point && point <= parseInt(to, 16));
  };
}

/** Run in the browser: how wide each font sets each word, and how high. */
interface Page {
  readonly document: {
    createElement(name: 'canvas'): { getContext(kind: '2d'): { font: string; measureText(text: string): Measured } };
    readonly fonts: { add(face: unknown): void };
  };
  readonly FontFace: new (name: string, source: string) => { load(): Promise<unknown> };
}
interface Measured {
  readonly width: number;
  readonly actualBoundingBoxAscent: number;
  readonly actualBoundingBoxDescent: number;
}

describe('The fonts of the page, cut out of whole ones', () => {
  let browser: Browser;
  let page: BrowserPage;
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  const faces = readdirSync(CUT).sort();

  it('has every face that the stylesheet names', () => {
    const named = [...STYLES.matchAll(/page-fonts\/([\w-]+\.woff2)/g)];
    expect(faces).toEqual(named.map(([, name]) => name).sort());
    expect(faces).toHaveLength(12);
  });

  it('has in the small faces whatever the sentences of the page are written with', () => {
    const isSmall = hasLetter('basic-latin', 'hindi');
    const isWhole = hasLetter('sans-latin', 'sans-devanagari-devanagari');
    const sentences = globSync('{en,hi}/*.json', { cwd: MESSAGES }).map((name) =>
      readFileSync(join(MESSAGES, name), 'utf8'),
    );
    const letters = [...new Set(sentences.join(''))].filter((letter) => letter > ' ' && isWhole(letter));
    expect(letters.length).toBeGreaterThan(150);
    expect(letters.filter((letter) => !isSmall(letter))).toEqual([]);
  });

  it.each(faces)('sets words as the whole font does: %s', async (face) => {
    const [, font = '', part = '', weight = ''] = NAME.exec(face) ?? [];
    const whole = wholeOf(font, weight);
    const fonts = [readFileSync(whole), readFileSync(join(CUT, face))].map((bytes) => bytes.toString('base64'));
    const measured = await page.evaluate(
      async ({ name, fonts, words }) => {
        const { document, FontFace } = globalThis as unknown as Page;
        const canvas = document.createElement('canvas').getContext('2d');
        const sizes: number[][][] = [];
        for (const [at, font] of fonts.entries()) {
          const loaded = new FontFace(`${name}${String(at)}`, `url(data:font/any;base64,${font})`);
          await loaded.load();
          document.fonts.add(loaded);
          canvas.font = `100px '${name}${String(at)}'`;
          sizes.push(
            words.map((word) => {
              const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = canvas.measureText(word);
              return [width, actualBoundingBoxAscent, actualBoundingBoxDescent];
            }),
          );
        }
        return sizes;
      },
      { name: face.replace(/\W/g, ''), fonts, words: WORDS[part] ?? [] },
    );
    expect(measured[0]?.length).toBeGreaterThan(0);
    expect(measured[1]).toEqual(measured[0]);
  });
});
