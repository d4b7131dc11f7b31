import { realpathSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CHILD_LANES, type TextAnswer, TextChild, WorkKind } from '@patravali/child-process';
import { Refusal } from '@patravali/errors';
import { InspectionFailed } from '../inspection';
import { PICTURE_LIMITS, type PictureLimits } from './picture-limits';
import { type PictureFormat, type PictureJob, PictureResult } from './picture-result';

/** As source in tests and as built file in the office: Node 24 runs both as they are. */
const CODE = join(__dirname, 'child');
const CHILD = join(CODE, `picture-child${extname(__filename)}`);
const HEAP_MB = 256;
const USUAL_MB = 120;
/** An answer is a few words. */
const OUTPUT_BYTES = 4_096;
const SAID_KEPT = 200;

const making = new WorkKind({ atOnce: 2 });

export interface PicturesOfLetter {
  /** A folder of their own, which the child may read and write. */
  readonly folder: string;
  /** Their names in it, in the order of the pages. */
  readonly pictures: readonly string[];
  /** The name of the PDF in the folder. */
  readonly pdf: string;
}

/**
 * Makes a PDF of pictures of strangers, a page of each. They are read in a process of its own that can be killed, one after the other.
 * @returns what each of them is.
 * @throws Refusal `not-picture`, `picture-broken`, `picture-too-large`, `picture-cmyk`, `picture-unsupported`, with the page;
 * `inspection-unavailable`, `too-busy`.
 */
export async function pdfOfPictures(
  letter: PicturesOfLetter,
  limits: PictureLimits = PICTURE_LIMITS,
): Promise<PictureFormat[]> {
  return await CHILD_LANES.awaited.take(() => makeInTurn(letter, limits), { kind: making });
}

async function makeInTurn(
  { folder, pictures, pdf }: PicturesOfLetter,
  limits: PictureLimits,
): Promise<PictureFormat[]> {
  const child = await startChild(realpathSync(folder), pdf, limits);
  const ask = async (job: PictureJob, page: number) => doneOr(await child.ask(JSON.stringify(job), limits), page);
  try {
    const formats: PictureFormat[] = [];
    for (const [index, picture] of pictures.entries()) {
      const result = await ask({ add: picture }, index + 1);
      if (result.outcome === 'added') formats.push(result.format);
    }
    await ask({ end: true }, pictures.length);
    return formats;
  } finally {
    await child.end();
  }
}

/** @throws Refusal for whatever is no step further. */
function doneOr(answer: TextAnswer, page: number): Exclude<PictureResult, { outcome: 'unfit' }> {
  const result = answer.failure === null ? resultIn(answer.line) : null;
  if (result?.outcome === 'unfit') throw new Refusal(result.reason, { page });
  if (result) return result;
  const failure = new Error(answer.failure ?? `it said ${answer.line.slice(0, SAID_KEPT)}`);
  const isOfPicture = answer.wasReady && !answer.endedFromOutside;
  throw isOfPicture ? new Refusal('picture-too-large', { page }, { cause: failure }) : new InspectionFailed(failure);
}

/** Null for what no child of ours says. */
function resultIn(line: string): PictureResult | null {
  try {
    return PictureResult.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function startChild(folder: string, pdf: string, limits: PictureLimits): Promise<TextChild> {
  const { addressSpaceKiB: memoryKb, cpuSeconds } = limits;
  const readable = [CODE, folder].map((each) => `--allow-fs-read=${each}`);
  const node = ['--no-warnings', '--permission', ...readable, `--allow-fs-write=${folder}`];
  const program = [...node, CHILD, folder, join(folder, pdf)];
  const place = await CHILD_LANES.awaited.enter(USUAL_MB);
  const inProcess = { memoryKb, cpuSeconds, heapMb: HEAP_MB, givesWay: true };
  return new TextChild({ program, ...inProcess, outputBytes: OUTPUT_BYTES, place });
}
