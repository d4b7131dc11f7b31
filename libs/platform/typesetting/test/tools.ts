import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Tool = 'pdfsig' | 'pdftotext' | 'mutool' | 'qpdf' | 'pdfinfo' | 'openssl';

export const has = (tool: Tool): boolean => spawnSync(tool, ['--version']).error === undefined;

/** `it` when an independent program is installed; else a skipped test that says which one is missing. */
export function itWith(tool: Tool): (name: string, test: () => Promise<void> | void, timeoutMs?: number) => void {
  return (name, test, timeoutMs) => {
    if (has(tool)) it(name, async () => await test(), timeoutMs);
    else it.skip(`${name} (${tool} is not installed)`, async () => await test());
  };
}

/** What an independent program says of a PDF. `FILE` in the arguments stands for its path. */
export const run = (tool: Tool, args: readonly string[], pdf: Uint8Array) => runProgram(tool, args, pdf);

/** A text as pdf.js reads it, which is what Firefox shows PDFs with. */
export const textInFirefox = (pdf: Uint8Array): string => runProgram(process.execPath, [PDF_JS, 'FILE'], pdf).output;

const PDF_JS = join(__dirname, '../../../../test/support/papers/read-with-pdfjs.mjs');

function runProgram(
  program: string,
  args: readonly string[],
  pdf: Uint8Array,
): { output: string; status: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-pdf-'));
  try {
    const path = join(folder, 'it.pdf');
    writeFileSync(path, pdf);
    const { stdout, stderr, status } = spawnSync(
      program,
      args.map((each) => (each === 'FILE' ? path : each)),
      { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, HOME: folder } },
    );
    return { output: stdout + stderr, status };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
