import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepKilling } from '../crash/keep-killing';
import { SupervisedOffice } from '../crash/supervised-office';
import { runs } from '../support/run/runs';

/** Each part once; `test/crash` kills a hundred times. */
const KILLS = runs(4);

describe('an office of which launcher, server, worker and database are killed', () => {
  let office: SupervisedOffice;
  beforeAll(async () => void (office = await SupervisedOffice.open()), 300_000);
  afterAll(() => office.stop(), 120_000);

  it('is up by itself, has lost nothing and done nothing twice, and has noted what crashed', async () => {
    await keepKilling(office, KILLS);
    expect(office.restarts).toBeGreaterThan(0);
    const crashes = readFileSync(join(office.dataFolder, 'crashes.jsonl'), 'utf8');
    for (const part of ['launcher', 'server', 'database']) expect(crashes).toContain(`"part":"${part}"`);
  }, 600_000);
});
