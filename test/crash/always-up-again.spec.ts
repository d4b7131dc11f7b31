import { runs } from '../support/run/runs';
import { keepKilling } from './keep-killing';
import { SupervisedOffice } from './supervised-office';

const KILLS = Number(process.env.KILLS ?? runs(100));
/** For one kill and the way back from it, on a machine that other suites leave a small share. */
const KILL_MS = 30_000;

describe('an office of which launcher, server, worker and database are killed again and again', () => {
  let office: SupervisedOffice;
  beforeAll(async () => void (office = await SupervisedOffice.open()), 300_000);
  afterAll(() => office.stop(), 120_000);

  it(
    `is up by itself after ${KILLS} kills, and has lost nothing and done nothing twice`,
    () => keepKilling(office, KILLS),
    KILLS * KILL_MS,
  );
});
