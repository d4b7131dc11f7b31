import { realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { CHILD_LANES, type TextAnswer, TextChild, WorkKind } from '@patravali/child-process';
import { Refusal } from '@patravali/errors';
import {
  InspectionFailed,
  PdfBroken,
  PdfEncrypted,
  PdfHostile,
  PdfTooComplex,
} from '../inspection/inspection-refusals';
import { type BlackeningJob, BlackeningResult, type PageToBlacken } from './blackened-page';
import { BLACKENING_LIMITS, type BlackeningLimits } from './blackening-limits';

/** As source in tests and as built file in the office: Node 24 runs both as they are. */
const CODE = dirname(__dirname);
const CHILD = join(__dirname, 'child', `blackening-child${extname(__filename)}`);
const HEAP_MB = 256;
const USUAL_MB = 200;
/** An answer is a few words. */
const OUTPUT_BYTES = 4_096;
const SAID_KEPT = 200;
const blackening = new WorkKind({ atOnce: 1 });

export interface Blackening {
  /** A folder of its own, which the child may read and write and in which the document lies under this name. */
  readonly folder: string;
  readonly document: string;
  /** The name of the copy in the folder. */
  readonly copy: string;
  /** What is to become black on each page, by its number from 1. */
  readonly pages: ReadonlyMap<number, PageToBlacken>;
  /** Told after each page. */
  readonly onPage?: ((page: number) => void) | undefined;
}

/**
 * Makes a copy of a PDF of a stranger that consists of pictures of its pages, with areas of them black. It is parsed by PDFium in a
 * process of its own that can be killed; no text, no object and no byte of it comes into the copy.
 * @returns how many pages there are.
 * @throws Refusal `pdf-encrypted`, `pdf-broken`, `pdf-too-complex`, `pdf-hostile`, `mark-outside-document`, `inspection-unavailable`.
 */
export async function blackenDocument(
  document: Blackening,
  limits: BlackeningLimits = BLACKENING_LIMITS,
): Promise<number> {
  const work = () => blackenInTurn(document, limits);
  return await CHILD_LANES.unhurried.take(work, { kind: blackening, long: true });
}

async function blackenInTurn(
  { folder, document, copy, pages, onPage }: Blackening,
  limits: BlackeningLimits,
): Promise<number> {
  const child = await startChild(realpathSync(folder), [document, copy], limits);
  const ask = async (job: BlackeningJob, page = 0) => {
    const { pageWallMs: wallMs, pageWorkMs: processorMs } = limits;
    return doneOr(await child.ask(JSON.stringify(job), { wallMs, processorMs }), page);
  };
  try {
    const opened = await ask({ open: true });
    const count = opened.outcome === 'opened' ? opened.pages : 0;
    for (const page of pages.keys()) if (page > count) throw outside(page);
    for (let page = 1; page <= count; page++) {
      await ask({ page, ...(pages.get(page) ?? { whole: null, areas: [] }) }, page);
      onPage?.(page);
    }
    await ask({ end: true });
    return count;
  } finally {
    await child.end();
  }
}

/** @throws Refusal for whatever is no step further. */
function doneOr(answer: TextAnswer, page: number): BlackeningResult {
  const result = answer.failure === null ? resultIn(answer.line) : null;
  switch (result?.outcome) {
    case 'opened':
    case 'copied':
    case 'ended':
      return result;
    case 'encrypted':
      throw new PdfEncrypted();
    case 'broken':
      throw new PdfBroken();
    case 'too-much':
      throw new PdfTooComplex();
    case 'outside':
      throw outside(page);
    case undefined: {
      const failure = new Error(answer.failure ?? `it said ${answer.line.slice(0, SAID_KEPT)}`);
      throw answer.wasReady && !answer.endedFromOutside ? new PdfHostile(failure) : new InspectionFailed(failure);
    }
  }
}

const outside = (place: number) => new Refusal('mark-outside-document', { place });

/** Null for what no child of ours says. */
function resultIn(line: string): BlackeningResult | null {
  try {
    return BlackeningResult.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function startChild(
  folder: string,
  names: readonly [string, string],
  limits: BlackeningLimits,
): Promise<TextChild> {
  const { addressSpaceKiB: memoryKb, cpuSeconds, pdfiumBytes, pixels, pages, copyBytes, givesWay } = limits;
  const wasm = realpathSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const readable = [CODE, dirname(dirname(wasm)), folder].map((each) => `--allow-fs-read=${each}`);
  const node = ['--no-warnings', '--expose-gc', '--permission', ...readable, `--allow-fs-write=${folder}`];
  const paths = names.map((name) => join(folder, name));
  const sized = [pdfiumBytes, pixels, pages, copyBytes].map(String);
  const program = [...node, CHILD, ...paths, wasm, ...sized];
  const place = await CHILD_LANES.unhurried.enter(USUAL_MB);
  return new TextChild({
    program,
    memoryKb,
    cpuSeconds,
    heapMb: HEAP_MB,
    givesWay,
    outputBytes: OUTPUT_BYTES,
    place,
  });
}
