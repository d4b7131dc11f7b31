import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunningOffice } from '../../support/processes/running-office';

const PRINTS_WITHIN_MS = 60_000;
const LINK = /http:\/\/127\.0\.0\.1:\d+\/set-up#([\w-]{20,})/;
const BODY = {
  office: { hi: null, en: 'Block Development Office' },
  name: { hi: null, en: 'Meena Sonkar' },
  username: 'meena',
  newPassword: 'four blue trains at noon',
};

const setUp = (url: string, token: string) =>
  fetch(`${url}/api/v1/set-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ token, ...BODY }),
  });

/** Everything in the logs of server and database. */
function logsOf(dataFolder: string): string {
  const folder = join(dataFolder, 'logs');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

describe('the first start in an empty folder, without a description', () => {
  const offices: RunningOffice[] = [];
  const start = (dataFolder?: string) => {
    const office = new RunningOffice({
      environment: { PATRAVALI_DEMO: 'off' },
      ...(dataFolder !== undefined && { dataFolder }),
    });
    offices.push(office);
    return office;
  };
  afterEach(async () => {
    await Promise.all(offices.splice(0).map((office) => office.stop()));
  });

  it('prints a link, another at the next start, and none once the office is set up', async () => {
    const first = start();
    await first.url();
    await until(first, LINK);
    const older = LINK.exec(first.output)?.[1] ?? '';
    await first.stop();

    const second = start(first.dataFolder);
    const url = await second.url();
    await until(second, LINK);
    const newer = LINK.exec(second.output)?.[1] ?? '';
    expect((await setUp(url, older)).status).toBe(401);
    expect((await setUp(url, newer)).status).toBe(201);
    expect((await setUp(url, newer)).status).toBe(409);
    await second.stop();
    for (const token of [older, newer]) expect(logsOf(first.dataFolder)).not.toContain(token);

    const third = start(first.dataFolder);
    await third.url();
    await until(third, /Ctrl-C/);
    expect(third.output).not.toContain('/set-up');
  }, 600_000);
});

/** Further lines follow the address in the same breath. */
async function until(office: RunningOffice, text: RegExp): Promise<void> {
  const start = Date.now();
  while (!text.test(office.output)) {
    if (Date.now() - start > PRINTS_WITHIN_MS) throw new Error(`It did not print ${String(text)}:\n${office.output}`);
    await sleep(20);
  }
}
