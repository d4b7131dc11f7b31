import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Hint } from '@patravali/contract';

const PATIENCE_MS = 20_000;

interface Heard {
  readonly hint: Hint;
  readonly id: string;
  readonly at: number;
}

interface Asking {
  readonly token: string;
  readonly after?: string;
}

/** Somebody who listens at a server, by a socket of their own. */
export class TestListener {
  readonly heard: Heard[] = [];
  /** Where it stands, as the last event or beat says. */
  lastId = '';
  private rest = '';

  private constructor(
    readonly status: number,
    private readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.read(text));
    response.on('error', () => undefined);
  }

  static async at(origin: string, { token, after }: Asking): Promise<TestListener> {
    const request = get(`${origin}/api/v1/live`, {
      agent: false,
      headers: { authorization: `Bearer ${token}`, ...(after === undefined ? {} : { 'last-event-id': after }) },
    });
    request.on('error', () => undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return new TestListener(response.statusCode ?? 0, response);
  }

  get hasEnded(): boolean {
    return this.response.closed || this.response.complete;
  }

  /** The first hint since that time for which this holds. */
  async hears(holds: (hint: Hint) => boolean, withinMs = PATIENCE_MS): Promise<Heard> {
    const begun = Date.now();
    while (Date.now() - begun < withinMs) {
      const found = this.heard.find(({ hint }) => holds(hint));
      if (found) return found;
      await pause(10);
    }
    throw new Error(`Not heard within ${withinMs} ms: ${JSON.stringify(this.heard)}`);
  }

  async ends(withinMs = PATIENCE_MS): Promise<void> {
    const begun = Date.now();
    while (!this.hasEnded) {
      await pause(20);
      if (Date.now() - begun > withinMs) throw new Error(`Still open after ${withinMs} ms`);
    }
  }

  /** Reads no more, and lets what comes pile up. */
  stopReading(): void {
    this.response.pause();
  }

  hangUp(): void {
    this.response.destroy();
  }

  private read(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const told = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      this.lastId = told('id') ?? this.lastId;
      if (told('event') !== 'hint') continue;
      this.heard.push({ hint: Hint.parse(JSON.parse(told('data') ?? '')), id: this.lastId, at: Date.now() });
    }
  }
}
