import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { openOffice, processesOf, RunningOffice } from '../support/processes/running-office';

/** What may be killed of an office whose jobs a worker does, each by a test's own hand. */
export const VICTIMS = ['launcher', 'server', 'worker', 'database'] as const;
export type Victim = (typeof VICTIMS)[number];

const LOOKED_AT_EVERY_MS = 20;
/** Other suites may leave this one a small share of the processors. */
const UP_WITHIN_MS = 240_000;
const JOBS_ARE_THE_WORKERS = { PATRAVALI_JOBS_IN_PROCESS: 'off' };

/** An office with somebody who does for its launcher what a system does for a service: starts it again as soon as it has ended. */
export class SupervisedOffice {
  private isOver = false;
  private readonly supervising: Promise<void>;
  /** How often a launcher has ended. */
  restarts = 0;

  private constructor(
    private office: RunningOffice,
    readonly url: string,
  ) {
    this.supervising = this.supervise();
  }

  static async open(): Promise<SupervisedOffice> {
    const { office, url } = await openOffice({ environment: JOBS_ARE_THE_WORKERS });
    return new SupervisedOffice(office, url);
  }

  get dataFolder(): string {
    return this.office.dataFolder;
  }

  /** What the launcher of now has said. */
  get output(): string {
    return this.office.output;
  }

  /** Without a word, as soon as it runs: it may still be getting up. */
  async kill(victim: Victim): Promise<void> {
    await this.until(`${victim} runs`, () => this.runs(victim));
    if (victim === 'launcher') this.office.signal('SIGKILL');
    else process.kill(this.processOf(victim), 'SIGKILL');
  }

  /** Until the office works, and in it each of its parts that can be killed. */
  async isUp(): Promise<void> {
    await this.until('the office works', () => this.works());
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.office.stop();
    await this.supervising;
  }

  /** As its owner, at the address that the launcher noted. */
  async withDatabase<T>(read: (database: Database) => Promise<T>): Promise<T> {
    const noted = readFileSync(join(this.dataFolder, 'running.json'), 'utf8');
    const database = new Database({
      connectionString: (JSON.parse(noted) as { databaseUrl: string }).databaseUrl,
    });
    await database.connect();
    try {
      return await read(database);
    } finally {
      await database.end();
    }
  }

  private async supervise(): Promise<void> {
    while (!this.isOver) {
      await sleep(LOOKED_AT_EVERY_MS);
      if (!this.office.hasEnded || this.mayEnd()) continue;
      this.restarts++;
      const { dataFolder } = this.office;
      const environment = { ...JOBS_ARE_THE_WORKERS, PORT: new URL(this.url).port };
      this.office = new RunningOffice({ dataFolder, environment });
    }
  }

  private async until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
    for (const begun = Date.now(); !(await isSo());) {
      await sleep(LOOKED_AT_EVERY_MS);
      if (Date.now() - begun > UP_WITHIN_MS) throw new Error(`It did not come about that ${what}:\n${this.output}`);
    }
  }

  private mayEnd(): boolean {
    return this.isOver;
  }

  private async works(): Promise<boolean> {
    const isReady = await fetch(`${this.url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    return isReady && VICTIMS.every((part) => this.runs(part));
  }

  private runs(victim: Victim): boolean {
    if (victim === 'launcher') return !this.office.hasEnded;
    try {
      // An id that was noted may be another program's by now.
      const isIt = `${this.processOf(victim)} `;
      return processesOf(this.dataFolder).some((each) => each.startsWith(isIt));
    } catch {
      return false;
    }
  }

  private processOf(victim: Exclude<Victim, 'launcher'>): number {
    if (victim === 'server') return this.office.apiProcess();
    return victim === 'worker' ? this.office.workerProcess() : this.office.databaseProcess();
  }
}
