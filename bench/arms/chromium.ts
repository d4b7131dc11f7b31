import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../../test/support/page/browser';

const DEVANAGARI = dirname(require.resolve('@expo-google-fonts/noto-sans-devanagari/package.json'));
const font = (weight: string, file: string) =>
  `@font-face { font-family: office; font-weight: ${weight}; src: url(${pathToFileURL(join(DEVANAGARI, file)).href}); }`;

const STYLE = `${font('400', '400Regular/NotoSansDevanagari_400Regular.ttf')} ${font('700', '700Bold/NotoSansDevanagari_700Bold.ttf')}
  @page { size: A4; margin: 2.5cm 2cm; } body { font: 11pt/1.5 office, sans-serif; } .note { border-bottom: 1px solid #ccc; margin-bottom: 8pt }
  .right { text-align: right } h1 { font-size: 14pt; text-align: center }`;

export interface WarmChromium {
  /** Loads a finished document and prints it on A4, tagged, as the office's PDFs are. */
  print(body: string): Promise<Uint8Array>;
  /** Prints the document that is loaded, with another body: what a server cannot do with documents of different people. */
  printInPlace(body: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A Chromium that has printed before, and has read the fonts of the office. */
export async function warmChromium(): Promise<WarmChromium> {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-chromium-'));
  const path = join(folder, 'document.html');
  const browser = await startBrowser();
  const page = await browser.newPage();
  const pdf = () => page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true });
  const print = async (body: string) => {
    writeFileSync(
      path,
      `<!doctype html><html lang="hi"><meta charset="utf-8"><style>${STYLE}</style><body>${body}</body></html>`,
    );
    await page.goto(pathToFileURL(path).href);
    await page.evaluate('document.fonts.ready.then(() => true)');
    return await pdf();
  };
  const printInPlace = async (body: string) => {
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(body)}`);
    return await pdf();
  };
  for (let time = 0; time < 5; time++) await print('<p>गरम <b>है</b></p>');
  return {
    print,
    printInPlace,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
