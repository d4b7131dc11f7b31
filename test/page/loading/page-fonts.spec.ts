import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../support/page/browser';
import { fileText } from '../../support/sources/sources';

const CUT = join(__dirname, '../../../dist/page-fonts');
const STYLES: Readonly<Record<string, string>> = { 400: '400Regular', 600: '600SemiBold' };

/** Conjuncts, a reph, matras that change places, a virama that is kept, Vedic marks, digits and the rupee; the space is Latin's. */
const HINDI = [
  'क्षेत्र',
  'श्री',
  'ज्ञापन',
  'कर्मचारी',
  'द्वितीय',
  'विट्ठल',
  'हृदय',
  'र्‍य',
  'क्‌ष',
  '॥१२३४५॥',
  '₹',
  'ऑफ़िस',
  'अ॒ग्निम्',
];
const ENGLISH = ['Office of the Commissioner', 'AV To Wa 0123456789', 'fi fl ffi', '“it’s” – … é ü ß ÷'];

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

describe('The Noto Sans of the page, cut out of the one of the letters', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  const faces = readdirSync(CUT).sort();

  it('has every face that the stylesheet names', () => {
    const named = [...fileText('apps/web/src/ui/theme/fonts.css').matchAll(/page-fonts\/([\w-]+\.woff2)/g)];
    expect(faces).toEqual(named.map(([, name]) => name).sort());
    expect(faces).toHaveLength(4);
  });

  it.each(faces)('sets words as the whole font does: %s', async (name) => {
    const devanagari = name.includes('devanagari');
    const [, weight = ''] = /-(\d+)-normal/.exec(name) ?? [];
    const style = STYLES[weight] ?? '';
    const [packageName, file] = devanagari ? ['noto-sans-devanagari', 'NotoSansDevanagari'] : ['noto-sans', 'NotoSans'];
    const whole = require.resolve(`@expo-google-fonts/${packageName}/${style}/${file}_${style}.ttf`);
    const fonts = [readFileSync(whole), readFileSync(join(CUT, name))].map((bytes) => bytes.toString('base64'));
    const page = await browser.newPage();
    const measured = await page.evaluate(
      async ({ fonts, words }) => {
        const { document, FontFace } = globalThis as unknown as Page;
        const canvas = document.createElement('canvas').getContext('2d');
        const sizes: number[][][] = [];
        for (const [at, font] of fonts.entries()) {
          const face = new FontFace(`font${String(at)}`, `url(data:font/any;base64,${font})`);
          await face.load();
          document.fonts.add(face);
          canvas.font = `100px font${String(at)}`;
          sizes.push(
            words.map((word) => {
              const { width, actualBoundingBoxAscent, actualBoundingBoxDescent } = canvas.measureText(word);
              return [width, actualBoundingBoxAscent, actualBoundingBoxDescent];
            }),
          );
        }
        return sizes;
      },
      { fonts, words: devanagari ? HINDI : ENGLISH },
    );
    await page.close();
    expect(measured[1]).toEqual(measured[0]);
  });
});
