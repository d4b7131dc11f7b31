import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import start, { type TessBaseApi, type TesseractModule } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import type { PageLanguage, RecognisedLine } from '@patravali/contract';
import { withMemoryOf } from '../../inspection/child/wasm-memory/with-memory-of.ts';
import type { PagePicture } from './page-picture.ts';
import { type PixelBox, straightened } from './straighten.ts';

export interface ReadText {
  readonly language: PageLanguage | null;
  readonly lines: RecognisedLine[];
}

/**
 * English first: in this order both scripts of an Uttar Pradesh letter come out best, and a page of one language as well as
 * with that language alone (decision 42).
 */
const LANGUAGES = ['eng', 'hin'] as const;
const NEURAL_NETWORK = 1;
const INPUT = '/input';
const NOT_READ = 1;
/** Radians; a slant less than this costs no letter. */
const SLANT = 0.005;
/** Below this mean confidence (per cent) a page may lie upside down. */
const DOUBTFUL = 60;
/** A word below this confidence is a stain or a stamp. */
const LEAST_CONFIDENCE = 20;
/** Share of the letters from which a page counts as of one language. */
const NEARLY_ALL = 0.9;
/** Of a line of tesseract's table: its level, where it stands, how sure it is, what it says. */
const WORD_LEVEL = '5';

/** Tesseract, with its memory and its languages; it reads no file and knows no network. */
export class Tesseract {
  private readonly module: TesseractModule;
  private readonly api: TessBaseApi;

  private constructor(module: TesseractModule, api: TessBaseApi) {
    this.module = module;
    this.api = api;
  }

  static async start(wasm: string, languages: readonly string[], bytes: number): Promise<Tesseract> {
    const silent = { print: () => undefined, printErr: () => undefined };
    const module = await start({ wasmBinary: withMemoryOf(readFileSync(wasm), bytes), ...silent });
    LANGUAGES.forEach((name, index) => {
      module.FS.writeFile(`./${name}.traineddata`, gunzipSync(readFileSync(languages[index] ?? '')));
    });
    const api = new module.TessBaseAPI();
    if (api.Init(null, LANGUAGES.join('+'), NEURAL_NETWORK) !== 0) throw new Error('no languages');
    return new Tesseract(module, api);
  }

  /** Words with their places in points of the page as it is seen; of a page that lies upside down, too. */
  read(picture: PagePicture): ReadText {
    const upright = this.recognise(picture);
    if (upright.confidence >= DOUBTFUL) return read(upright.words);
    const turned = this.recognise(turnedRound(picture));
    if (turned.confidence <= upright.confidence) return read(upright.words);
    return read(turned.words.map((word) => ({ ...word, ...turnedBack(word, picture) })));
  }

  private recognise(picture: PagePicture): { confidence: number; words: Word[] } {
    const { api } = this;
    this.show(picture, 0);
    api.FindLines();
    const slant = api.GetGradient();
    const angle = Math.abs(slant) < SLANT ? 0 : slant;
    this.show(picture, angle);
    if (api.Recognize(null) !== 0) throw new Error('not recognised');
    return { confidence: api.MeanTextConf(), words: wordsOf(api.GetTSVText(0), picture, angle) };
  }

  private show({ width, height, dotsPerInch, grey }: PagePicture, angle: number): void {
    const head = Buffer.from(`P5\n${width} ${height}\n255\n`);
    this.module.FS.writeFile(INPUT, Buffer.concat([head, grey]));
    this.api.SetVariable('user_defined_dpi', String(Math.round(dotsPerInch)));
    if (this.api.SetImageFile(1, angle) === NOT_READ) throw new Error('no picture');
  }
}

interface Word {
  readonly line: string;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function wordsOf(table: string, picture: PagePicture, angle: number): Word[] {
  const words: Word[] = [];
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.split('\t');
    if (level !== WORD_LEVEL || text.trim() === '' || Number(confidence) < LEAST_CONFIDENCE) continue;
    const box = { left: Number(left), top: Number(top), width: Number(width), height: Number(height) };
    const place = inPoints(straightened(box, picture, angle), picture);
    words.push({ line: [page, block, paragraph, line].join('.'), text: text.trim().normalize('NFC'), ...place });
  }
  return words;
}

function inPoints({ left, top, width, height }: PixelBox, { scale }: PagePicture): PixelBox {
  const points = (pixels: number) => Math.round((pixels / scale) * 10) / 10;
  return { left: points(left), top: points(top), width: points(width), height: points(height) };
}

function turnedRound(picture: PagePicture): PagePicture {
  return { ...picture, grey: Buffer.from(picture.grey).reverse() };
}

function turnedBack({ left, top, width, height }: Word, picture: PagePicture) {
  const [pageWidth, pageHeight] = [picture.width / picture.scale, picture.height / picture.scale];
  const tenth = (points: number) => Math.round(points * 10) / 10;
  return { left: tenth(pageWidth - left - width), top: tenth(pageHeight - top - height) };
}

function read(words: readonly Word[]): ReadText {
  const lines: RecognisedLine[] = [];
  let last = '';
  for (const { line, ...word } of words) {
    if (line === last) lines.at(-1)?.push(word);
    else lines.push([word]);
    last = line;
  }
  return { language: languageOf(words), lines };
}

function languageOf(words: readonly Word[]): PageLanguage | null {
  const letters = words.map(({ text }) => text).join('');
  const hindi = letters.match(/\p{Script=Devanagari}/gu)?.length ?? 0;
  const english = letters.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (hindi + english === 0) return null;
  const share = hindi / (hindi + english);
  if (share >= NEARLY_ALL) return 'hi';
  return share <= 1 - NEARLY_ALL ? 'en' : 'mixed';
}
