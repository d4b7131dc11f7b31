import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { InspectionLimits } from './inspection-limits';
import { InspectionFailed, PdfHostile } from './inspection-refusals';

/** Beside this file, as source in tests and as built file in the office: Node 24 runs both as they are. */
const CHILD = join(__dirname, `pdf-child${extname(__filename)}`);
const HEAP_MIB = 256;
const READY = 'ready\n';
/** A character takes at most four bytes; each page and its size take less than 128 beside its text. */
const BYTES_PER_CHARACTER = 4;
const BYTES_PER_PAGE = 128;
const STDERR_KEPT = 4_000;
/** Milliseconds in which a child must be ready, before it has seen the document, even on a busy machine. */
const START_MS = 30_000;

/**
 * Starts the child for one PDF and returns the line it printed. The child may read that PDF and its own code and nothing
 * else, inherits no environment, and ends at the first limit. Throws PdfHostile when it died over the file.
 */
export async function runPdfChild(path: string, limits: InspectionLimits): Promise<string> {
  const child = start(path, limits);
  const { output, errors, reason } = await outcomeOf(child, limits);
  if (!output.startsWith(READY)) throw new InspectionFailed(new Error(`${reason ?? 'it said nothing'}: ${errors}`));
  if (reason !== null) throw new PdfHostile(new Error(`${reason}: ${errors}`));
  return output.slice(READY.length);
}

function start(path: string, limits: InspectionLimits): ChildProcess {
  const wasm = realpathSync(require.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const file = realpathSync(path);
  const readable = [CHILD, dirname(dirname(wasm)), file].map((each) => `--allow-fs-read=${each}`);
  const flags = ['--no-warnings', `--max-old-space-size=${HEAP_MIB}`, '--permission', ...readable];
  const node = [process.execPath, ...flags, CHILD, file, wasm, JSON.stringify(limits)];
  const [program = process.execPath, ...parameters] = process.platform === 'win32' ? node : limited(node, limits);
  return spawn(program, parameters, { env: {}, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
}

/** macOS knows no limit of address space and says so: there PDFium's own limit of memory holds. */
function limited(command: readonly string[], { addressSpaceKiB, cpuSeconds }: InspectionLimits): string[] {
  const script = `ulimit -c 0; ulimit -v ${addressSpaceKiB}; ulimit -t ${cpuSeconds}; exec "$@"`;
  return ['/bin/sh', '-c', script, 'pdf-child', ...command];
}

interface Outcome {
  readonly output: string;
  readonly errors: string;
  /** Why it did not end by itself, or null. */
  readonly reason: string | null;
}

function outcomeOf(child: ChildProcess, limits: InspectionLimits): Promise<Outcome> {
  const allowed = limits.text * BYTES_PER_CHARACTER + limits.pages * BYTES_PER_PAGE;
  const chunks: Buffer[] = [];
  let size = 0;
  let errors = '';
  let stopped: string | null = null;
  const stop = (reason: string) => {
    stopped ??= reason;
    child.kill('SIGKILL');
  };
  const stopAfter = (limit: number) => setTimeout(() => stop(`took more than ${limit} ms`), limit);
  let timer = stopAfter(START_MS);
  child.stdout?.once('data', () => {
    clearTimeout(timer);
    timer = stopAfter(limits.wallMs);
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > allowed) stop('said too much');
    else chunks.push(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(0, STDERR_KEPT)));
  return new Promise<Outcome>((resolve, reject) => {
    child.once('error', (error) => reject(new InspectionFailed(error)));
    child.once('close', (code, signal) => {
      const ended = code === 0 ? null : `ended by ${signal ?? `exit code ${String(code)}`}`;
      resolve({ output: Buffer.concat(chunks).toString(), errors, reason: stopped ?? ended });
    });
  }).finally(() => clearTimeout(timer));
}
