import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runFolder } from '../support/database/cluster';
import { openOffice, type RunningOffice } from '../support/processes/running-office';

/** Of each second a process gets so much that others keep from the processor. */
const SHARE_MS = 50;
/** Longer than a process may sleep without a word. */
const STARVED_FOR_MS = 90_000;
const REPLACED_WITHIN_MS = 600_000;

describe('a server', () => {
  let office: RunningOffice;
  let url = '';
  beforeAll(async () => {
    // When it is told so, it never comes back to its event loop.
    const spins = join(mkdtempSync(join(runFolder(), 'spins-')), 'spins.cjs');
    writeFileSync(spins, `process.on('SIGUSR2', () => { for (;;); });`);
    const environment = { PATRAVALI_DEMO: 'off', NODE_OPTIONS: `--require ${spins}` };
    ({ office, url } = await openOffice({ environment }));
  }, 300_000);
  afterAll(() => office.stop(), 120_000);

  it('that is starved for the processor is left alone', async () => {
    const server = office.apiProcess();
    for (const begun = Date.now(); Date.now() - begun < STARVED_FOR_MS;) {
      process.kill(server, 'SIGSTOP');
      await sleep(1000 - SHARE_MS);
      process.kill(server, 'SIGCONT');
      await sleep(SHARE_MS);
    }
    expect(office.apiProcess()).toBe(server);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  }, 300_000);

  it('whose event loop does not turn any more, while it has the processor, is replaced', async () => {
    const server = office.apiProcess();
    process.kill(server, 'SIGUSR2');
    for (const begun = Date.now(); office.apiProcess() === server;) {
      await sleep(100);
      if (Date.now() - begun > REPLACED_WITHIN_MS) throw new Error('it was not replaced');
    }
    expect(office.output).toContain('The server no longer responds');
    expect(readFileSync(join(office.dataFolder, 'crashes.jsonl'), 'utf8')).toContain('"how":"standstill"');
    const isLive = () =>
      fetch(`${url}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await isLive())) await sleep(100);
  }, 900_000);
});
