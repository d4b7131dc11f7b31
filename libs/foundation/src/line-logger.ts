import { writeSync } from 'node:fs';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';

const OUTPUTS = { stdout: 1, stderr: 2 } as const;
/** A reader of a pipe may be behind for a moment. */
const TRIES = 20;
const PAUSE_MS = 5;

export interface LineOptions {
  readonly context: string;
  readonly logLevel: LogLevel;
  readonly writeStreamType?: 'stdout' | 'stderr';
  readonly errorStack?: unknown;
  readonly params?: Record<string, unknown>;
  readonly error?: Error;
}

/** What Nest says at each start of every route and module: hundreds of lines before the first that matters. */
const SAID_OF_EACH_ROUTE = ['InstanceLoader', 'RouterExplorer', 'RoutesResolver'];

/**
 * One JSON line per message, with its time as people read it. A line that cannot be written, because the disk is full or nobody reads any more, is lost and
 * does no other harm; the next is tried anew. The streams of Node would end the process, or write nothing ever after.
 */
export class LineLogger extends ConsoleLogger {
  private broken = false;

  constructor() {
    super({ json: true, colors: false, logLevels: ['log', 'warn', 'error', 'fatal'] });
  }

  override log(message: unknown, ...more: unknown[]): void {
    if (!SAID_OF_EACH_ROUTE.includes(String(more.at(-1)))) super.log(message, ...more);
  }

  protected override printAsJson(message: unknown, options: LineOptions): void {
    const { timestamp, ...line } = this.getJsonLogObject(message, options);
    const text = this.stringifyJsonLogObject({ time: new Date(timestamp).toISOString(), ...line });
    // What was written of a line that broke off stands alone.
    const bytes = Buffer.from(`${this.broken ? '\n' : ''}${text}\n`);
    this.broken = !written(OUTPUTS[options.writeStreamType ?? 'stdout'], bytes);
  }
}

function written(output: number, bytes: Buffer): boolean {
  for (let [at, tries] = [0, 0]; at < bytes.length;) {
    try {
      at += writeSync(output, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || ++tries > TRIES) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
  return true;
}
