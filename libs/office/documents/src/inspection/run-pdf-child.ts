import { realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { runChild } from '@patravali/child-process';
import type { InspectionLimits } from './inspection-limits';
import { InspectionFailed, PdfHostile } from './inspection-refusals';

/** Beside this file, as source in tests and as built file in the office: Node 24 runs both as they are. */
const CHILD = join(__dirname, `pdf-child${extname(__filename)}`);
const HEAP_MB = 256;
/** A character takes at most four bytes; each page and its size take less than 128 beside its text. */
const BYTES_PER_CHARACTER = 4;
const BYTES_PER_PAGE = 128;

/** One that was ended from outside is started once more: what happened to it tells nothing of the file. */
const ATTEMPTS = 2;

/**
 * Starts the child for one PDF and returns the line it printed. The child may read that PDF and its own code and nothing
 * else, inherits no environment, and ends at the first limit. Throws PdfHostile when it died over the file, and
 * InspectionFailed when it could not do its work.
 */
export async function runPdfChild(path: string, limits: InspectionLimits): Promise<string> {
  const { addressSpaceKiB: memoryKb, cpuSeconds, wallMs, text, pages } = limits;
  const outputBytes = text * BYTES_PER_CHARACTER + pages * BYTES_PER_PAGE;
  for (let attempt = 1; ; attempt++) {
    const run = await runChild(programFor(path, limits), {
      ...{ memoryKb, heapMb: HEAP_MB, cpuSeconds, wallMs, outputBytes },
    }).catch((error: unknown) => {
      throw new InspectionFailed(error);
    });
    if (run.failure === null) return run.output;
    if (run.endedFromOutside && attempt < ATTEMPTS) continue;
    const failure = new Error(run.failure);
    throw run.wasReady && !run.endedFromOutside ? new PdfHostile(failure) : new InspectionFailed(failure);
  }
}

function programFor(path: string, limits: InspectionLimits): string[] {
  const wasm = realpathSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const file = realpathSync(path);
  const readable = [CHILD, dirname(dirname(wasm)), file].map((each) => `--allow-fs-read=${each}`);
  return ['--no-warnings', '--permission', ...readable, CHILD, file, wasm, JSON.stringify(limits)];
}
