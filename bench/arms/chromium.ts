import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startBrowser } from '../../test/support/browser';

const DEVANAGARI = dirname(require.resolve('@expo-google-fonts/noto-sans-devanagari/package.json'));
const font = (weight: string, file: string) => {
  const data = readFileSync(join(DEVANAGARI, file)).toString('base64');
  return `@font-face { font-family: office; font-weight: ${weight}; src: url(data:font/ttf;base64,${data}); }`;
};

/** Kept for the whole of a page's life, so that a text that is printed does not pay for the fonts. */
const STYLE = `${font('400', '400Regular/NotoSansDevanagari_400Regular.ttf')} ${font('700', '700Bold/NotoSansDevanagari_700Bold.ttf')}
  @page { size: A4; margin: 2.5cm 2cm; } body { font: 11pt/1.5 office, sans-serif; } .note { border-bottom: 1px solid #ccc; margin-bottom: 8pt }
  .right { text-align: right } h1 { font-size: 14pt; text-align: center }`;

export interface WarmChromium {
  /** Prints this HTML on A4, tagged, as the office's PDFs are. */
  print(body: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A Chromium that has printed before and has the fonts of the office loaded. */
export async function warmChromium(): Promise<WarmChromium> {
  const browser = await startBrowser();
  const page = await browser.newPage();
  await page.setContent(
    `<!doctype html><html lang="hi"><head><style>${STYLE}</style></head><body>क <b>ख</b></body></html>`,
  );
  await page.evaluate('document.fonts.ready');
  const print = async (body: string) => {
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(body)}`);
    return await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true });
  };
  for (let time = 0; time < 3; time++) await print('<p>गरम</p>');
  return { print, close: () => browser.close() };
}
