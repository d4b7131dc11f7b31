import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DIST } from '../processes/running-office';
import { keptByWorker } from '../worker/kept-by-worker';

/** As the launcher limits the API. */
const HEAP = ['--max-old-space-size=512', '--max-semi-space-size=8'];
const KEPT_OUTPUT = 10_000;

interface Answer {
  readonly id: number;
  readonly failed?: string;
}

/** A process with the built API, which opens one office at a time. */
export class ApiHost {
  /** The end of what it has said. */
  output = '';
  private asked = 0;
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  constructor(dist: string) {
    this.child = spawn(process.execPath, [...HEAP, join(__dirname, 'opens-offices.cjs'), dist], {
      env: { ...process.env, NODE_ENV: '', LANG: 'en', NODE_COMPILE_CACHE: join(DIST, 'apps', '.compiled') },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.ended = once(this.child, 'exit');
    const hear = (text: Buffer) => (this.output = (this.output + text.toString()).slice(-KEPT_OUTPUT));
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
  }

  /** The one of this worker. */
  static async ofWorker(): Promise<ApiHost> {
    return await keptByWorker(
      'api',
      () => Promise.resolve(new ApiHost(DIST)),
      (host) => host.isAlive,
    );
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws Error with what the API said of it. */
  async openOffice(environment: NodeJS.ProcessEnv): Promise<void> {
    await this.order('open', environment);
  }

  async closeOffice(): Promise<void> {
    await this.order('close');
  }

  /** Ends the process. */
  async close(): Promise<void> {
    if (!this.isAlive) return;
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private async order(order: 'open' | 'close', environment?: NodeJS.ProcessEnv): Promise<void> {
    const id = (this.asked += 1);
    const answered = new Promise<Answer>((resolve, reject) => {
      const hear = (answer: Answer) => {
        if (answer.id !== id) return;
        this.child.off('message', hear);
        resolve(answer);
      };
      this.child.on('message', hear);
      void this.ended.then(() => reject(new Error(`The API has ended:\n${this.output}`)));
    });
    this.child.send({ id, order, environment });
    const { failed } = await answered;
    if (failed !== undefined) throw new Error(`${failed}\n${this.output}`);
  }
}
