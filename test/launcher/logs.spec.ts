import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../apps/office/src/parts/free-port';
import { runFolder } from '../support/database/cluster';
import { useDatabase } from '../support/database/database';
import { DIST } from '../support/processes/running-office';

const WITHIN_MS = 60_000;
/** In blocks of 512 bytes. */
const BLOCKS = 16;

describe('a server whose log finds no room', () => {
  const servers: ChildProcess[] = [];
  // Before the database's own hook: it is dropped when nobody is connected any more.
  afterAll(() => {
    for (const server of servers) server.kill('SIGKILL');
  });
  const database = useDatabase();

  /** @param output how a shell starts it and where its output goes. */
  async function start(output: (program: string) => string): Promise<{ server: ChildProcess; url: string }> {
    const port = String(await freePort());
    const program = `exec '${process.execPath}' '${join(DIST, 'apps', 'api', 'src', 'main.js')}'`;
    const server = spawn('/bin/sh', ['-c', output(program)], {
      stdio: 'ignore',
      env: {
        ...process.env,
        NODE_ENV: '',
        DATABASE_URL: database().ownerUrl,
        PATRAVALI_DEMO: 'off',
        PORT: port,
        PATRAVALI_DATA: mkdtempSync(join(runFolder(), 'logs-')),
      },
    });
    servers.push(server);
    const url = `http://127.0.0.1:${port}`;
    for (const begun = Date.now(); Date.now() - begun < WITHIN_MS;) {
      if (
        await fetch(`${url}/health/ready`).then(
          ({ ok }) => ok,
          () => false,
        )
      )
        break;
      await sleep(50);
    }
    return { server, url };
  }

  const ask = async (url: string) => (await fetch(`${url}/api/v1/welcome`)).status;

  it('opens and answers though not one line can be written', async () => {
    const { server, url } = await start((program) => `${program} > /dev/full 2>&1`);
    expect([await ask(url), await ask(url), await ask(url)]).toEqual([200, 200, 200]);
    expect([server.exitCode, server.signalCode]).toEqual([null, null]);
  }, 90_000);

  it('writes again when there is room', async () => {
    const log = join(mkdtempSync(join(runFolder(), 'log-')), 'api.log');
    const { server, url } = await start((program) => `ulimit -f ${BLOCKS}; ${program} >> '${log}' 2>&1`);
    const begun = readFileSync(log, 'utf8');
    expect(JSON.parse(begun.split('\n')[0] ?? '')).toMatchObject({
      message: { version: expect.any(String) as string, commit: expect.any(String) as string },
    });
    expect(begun).not.toContain('Mapped');
    for (let asked = 0; asked < 500 && statSync(log).size < BLOCKS * 512; asked++) await ask(url);
    expect(statSync(log).size).toBe(BLOCKS * 512);
    expect([await ask(url), await ask(url)]).toEqual([200, 200]);
    truncateSync(log);
    expect(await ask(url)).toBe(200);
    const written = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
    for (const begun = Date.now(); written().length === 0 && Date.now() - begun < WITHIN_MS;) await sleep(20);
    expect(JSON.parse(written()[0] ?? '')).toMatchObject({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
      message: { route: '/api/v1/welcome', status: 200, databaseMs: expect.any(Number) as number, storeMs: 0 },
    });
    expect([server.exitCode, server.signalCode]).toEqual([null, null]);
  }, 90_000);
});
