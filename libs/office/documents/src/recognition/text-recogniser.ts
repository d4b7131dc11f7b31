import { realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { CHILD_LANES, type JobLimits, type ProcessPlace, type TextAnswer, TextChild } from '@patravali/child-process';
import { newSpoolPlace, type SpoolPlace } from '../spool/spool-folder';
import type { RecognitionLimits } from './recognition-limits';
import type { RecognitionJob } from './recognised-text';

/** As source in tests and as built file in the office: Node 24 runs both as they are. */
const CODE = dirname(__dirname);
const CHILD = join(__dirname, 'child', `recognition-child${extname(__filename)}`);
const HEAP_MB = 256;
const USUAL_MB = 300;
/** Of a page: some thousand words with their places. */
const OUTPUT_BYTES = 4 * 1024 * 1024;
const TRAINED = '4.0.0_best_int';

/** What has read a text: written beside it. */
export const ENGINE = `tesseract.js-core 7, ${TRAINED}`;

/**
 * A child that looks into one PDF after the other and reads the pages of scans. It may read the PDF that is put into its
 * folder, its own code and its languages, and nothing else; it inherits no environment and stands behind all other work.
 */
export class TextRecogniser {
  /** It has read a page, whose picture a stranger made: what that could have left behind goes with the process. */
  hasRead = false;

  private constructor(
    private readonly place: SpoolPlace,
    private readonly child: TextChild,
    private readonly processPlace: ProcessPlace,
    private readonly limits: RecognitionLimits,
  ) {}

  /** Within a turn of what nobody waits for. */
  static async start(folder: string, limits: RecognitionLimits): Promise<TextRecogniser> {
    const place = await newSpoolPlace(folder, 'recognition');
    try {
      await mkdir(place.path, { mode: 0o700 });
      const { addressSpaceKiB: memoryKb, cpuSeconds, givesWay } = limits;
      const program = programFor(realpathSync(place.path), limits);
      const inProcess = { memoryKb, cpuSeconds, heapMb: HEAP_MB, givesWay };
      const processPlace = await CHILD_LANES.unhurried.enter(USUAL_MB);
      const child = new TextChild({ program, ...inProcess, outputBytes: OUTPUT_BYTES, place: processPlace });
      return new TextRecogniser(place, child, processPlace, limits);
    } catch (error) {
      await place.dispose();
      throw error;
    }
  }

  /** The document lies where `save` puts it by then. */
  async look(save: (path: string) => Promise<void>): Promise<TextAnswer> {
    const path = documentIn(this.place.path);
    await rm(path, { force: true });
    await save(path);
    return await this.ask({ look: true }, { wallMs: this.limits.lookWallMs, processorMs: this.limits.lookWorkMs });
  }

  /** Of the document that was looked into last; pages count from 1. */
  async read(page: number): Promise<TextAnswer> {
    this.hasRead = true;
    return await this.ask({ page }, { wallMs: this.limits.pageWallMs, processorMs: this.limits.pageWorkMs });
  }

  /** Waits for the next document. @param end ends it, where another process needs its place more. */
  rest(end: () => Promise<void>): void {
    this.processPlace.rest(end);
  }

  work(): void {
    this.processPlace.work();
  }

  async end(): Promise<void> {
    await this.child.end();
    await this.place.dispose();
  }

  private async ask(job: RecognitionJob, limits: JobLimits): Promise<TextAnswer> {
    return await this.child.ask(JSON.stringify(job), limits);
  }
}

const documentIn = (folder: string): string => join(folder, 'document.pdf');

const fileOf = (name: string): string => realpathSync(require.resolve(name));

function programFor(folder: string, limits: RecognitionLimits): string[] {
  const pdfium = fileOf('@embedpdf/pdfium/pdfium.wasm');
  const tesseract = fileOf('tesseract.js-core/tesseract-core-simd-lstm.wasm');
  const languages = ['eng', 'hin'].map((name) => {
    return fileOf(`@tesseract.js-data/${name}/${TRAINED}/${name}.traineddata.gz`);
  });
  const readable = [CODE, dirname(dirname(pdfium)), dirname(tesseract), ...languages, folder];
  const node = ['--no-warnings', '--expose-gc', '--permission', ...readable.map((each) => `--allow-fs-read=${each}`)];
  const { pdfiumBytes, tesseractBytes, pixels, pages } = limits;
  const sized = [pdfium, String(pdfiumBytes), tesseract, String(tesseractBytes), String(pixels), String(pages)];
  return [...node, CHILD, documentIn(folder), ...sized, ...languages];
}
