import { join } from 'node:path';
import { KeptProcess, type KeptProcessOptions } from './processes/kept-process';

const WORKER_PROGRAM = join(__dirname, '..', '..', 'worker', 'src', 'main.js');

/** A worker beside the server, started again whenever it dies or stands still. */
export class WorkerProcess {
  private readonly process: KeptProcess;

  constructor(options: Omit<KeptProcessOptions, 'program'>) {
    this.process = new KeptProcess({ ...options, program: [WORKER_PROGRAM] });
  }

  start(): void {
    this.process.start();
  }

  /** Lets running jobs end. */
  async stop(): Promise<void> {
    await this.process.stop();
  }
}
