import { realpathSync } from 'node:fs';
import { copyFile, link, mkdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { CHILD_LANES, type JobLimits, type ProcessPlace, type TextAnswer, TextChild } from '@patravali/child-process';
import { newSpoolPlace, type SpoolPlace } from '../spool/spool-folder';
import type { InspectorLimits } from './inspection-limits';
import type { InspectionJob } from './pdf-facts';

/** As source in tests and as built file in the office: Node 24 runs both as they are. */
const CODE = join(__dirname, 'child');
const CHILD = join(CODE, `pdf-child${extname(__filename)}`);
const HEAP_MB = 256;
const USUAL_MB = 120;
/** An answer is a few words, or the text of three pages. */
const OUTPUT_BYTES = 128 * 1024;

/**
 * A child that inspects one PDF after the other, each in a PDFium of its own. It may read the one PDF that is put into its
 * folder, and its own code, and nothing else; it inherits no environment.
 */
export class PdfInspector {
  private inspected = 0;
  private spentMs = 0;

  private constructor(
    /** Where the documents lie that it is given: those that lie there it need not copy. */
    readonly folder: string,
    private readonly place: SpoolPlace,
    private readonly child: TextChild,
    private readonly processPlace: ProcessPlace,
    private readonly limits: InspectorLimits,
  ) {
    void child.over.then(() => place.dispose());
  }

  /** Within a turn of what is awaited. */
  static async start(folder: string, limits: InspectorLimits): Promise<PdfInspector> {
    const place = await newSpoolPlace(folder, 'inspection');
    try {
      await mkdir(place.path, { mode: 0o700 });
      const { addressSpaceKiB: memoryKb, cpuSeconds } = limits;
      const program = programFor(realpathSync(place.path), limits);
      const inProcess = { memoryKb, cpuSeconds, heapMb: HEAP_MB, givesWay: true };
      const processPlace = await CHILD_LANES.awaited.enter(USUAL_MB);
      const child = new TextChild({ program, ...inProcess, outputBytes: OUTPUT_BYTES, place: processPlace });
      return new PdfInspector(folder, place, child, processPlace, limits);
    } catch (error) {
      await place.dispose();
      throw error;
    }
  }

  /** Has read nothing yet: if it fails, then over this document. */
  get isNew(): boolean {
    return this.inspected === 0;
  }

  /** Has served long enough: what a document could have left behind goes with it. */
  get isSpent(): boolean {
    return this.inspected >= this.limits.documents || this.spentMs >= this.limits.lifeMs;
  }

  get over(): Promise<void> {
    return this.child.over;
  }

  /** Waits for the next document. @param end ends it, where another process needs its place more. */
  rest(end: () => Promise<void>): void {
    this.processPlace.rest(end);
  }

  work(): void {
    this.processPlace.work();
  }

  /** One after the other. */
  async inspect(path: string, job: InspectionJob, limits: JobLimits): Promise<TextAnswer> {
    const document = documentIn(this.place.path);
    const begun = Date.now();
    await show(path, document);
    try {
      return await this.child.ask(JSON.stringify(job), limits);
    } finally {
      this.inspected++;
      this.spentMs += Date.now() - begun;
      await rm(document, { force: true });
    }
  }

  async end(): Promise<void> {
    await this.child.end();
    await this.place.dispose();
  }
}

const documentIn = (folder: string): string => join(folder, 'document.pdf');

/** A second name for the same file, where the disk has such; else a copy. */
async function show(path: string, document: string): Promise<void> {
  await link(path, document).catch(() => copyFile(path, document));
}

function programFor(folder: string, { pdfiumBytes }: InspectorLimits): string[] {
  const wasm = realpathSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const readable = [CODE, dirname(dirname(wasm)), folder].map((each) => `--allow-fs-read=${each}`);
  const node = ['--no-warnings', '--expose-gc', '--permission', ...readable];
  return [...node, CHILD, documentIn(folder), wasm, String(pdfiumBytes)];
}
