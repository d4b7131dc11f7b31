import type { ChildProcess } from 'node:child_process';
import { type ChildLimits, startChild } from './start-child';

/** What a child prints before it touches what it was started for. */
const READY = 'ready\n';
const ERRORS_KEPT_CHARACTERS = 4_000;
/** Milliseconds in which a child must be ready, even on a busy machine. */
const START_MS = 30_000;

export interface RunLimits extends ChildLimits {
  /** Wall time from the moment the child is ready, in milliseconds. */
  readonly wallMs: number;
  readonly outputBytes: number;
}

export interface Run {
  /** Whether the child came so far as to begin; one that did not failed by itself, not by what it was given. */
  readonly wasReady: boolean;
  /** What it printed after that. */
  readonly output: string;
  /** Why it did not end by itself and in order, for the log; null if it did. */
  readonly failure: string | null;
  /** Somebody else ended it, with a signal that neither a limit nor a fault of its own sends: try again. */
  readonly endedFromOutside: boolean;
}

/** What a person, a supervisor or the system short of memory sends; over its processor time a child ends by SIGXCPU. */
const FROM_OUTSIDE: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'];

/**
 * Runs a child for one job whose answer is what it prints: nothing it says is taken for more than text, so this is the
 * way for what strangers wrote. It ends at the first limit. @throws Error when it cannot be started.
 */
export async function runChild(program: readonly string[], limits: RunLimits): Promise<Run> {
  const child = startChild(program, limits, ['ignore', 'pipe', 'pipe']);
  const { output, errors, reason, endedFromOutside } = await outcomeOf(child, limits);
  const wasReady = output.startsWith(READY);
  const failure = reason ?? (wasReady ? null : 'it was never ready');
  return {
    wasReady,
    output: wasReady ? output.slice(READY.length) : '',
    failure: failure && `${failure}: ${errors}`,
    endedFromOutside,
  };
}

interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly reason: string | null;
  readonly endedFromOutside: boolean;
}

function outcomeOf(child: ChildProcess, { wallMs, outputBytes }: RunLimits): Promise<Outcome> {
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
    timer = stopAfter(wallMs);
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    if (stopped) return;
    size += chunk.length;
    // Also the piece that is too much: it may hold the word that the child is ready.
    chunks.push(chunk);
    if (size > outputBytes) stop('said too much');
  });
  child.stderr?.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(0, ERRORS_KEPT_CHARACTERS)));
  return new Promise<Outcome>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const ended = code === 0 ? null : `ended by ${signal ?? `exit code ${String(code)}`}`;
      const endedFromOutside = stopped === null && FROM_OUTSIDE.includes(signal);
      resolve({ output: Buffer.concat(chunks).toString(), errors, reason: stopped ?? ended, endedFromOutside });
    });
  }).finally(() => clearTimeout(timer));
}
