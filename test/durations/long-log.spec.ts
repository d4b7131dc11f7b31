import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { entryText, makeKey, manyEvents, writeLog } from '../../libs/verifier/test/a-log';
import { runFolder } from '../support/database/cluster';
import { growth } from './growth';

const ROOT = join(__dirname, '../..');
const [SHORT, LONG] = [25_000, 100_000];
/** Linear would be four times, quadratic sixteen; starting the verifier takes a part of the shorter one. */
const MOST = 6;

function* entries(count: number): Generator<Buffer> {
  for (const event of manyEvents(count, count)) yield Buffer.from(entryText(event));
}

describe('a log, of which each entry is about something else', () => {
  it('is verified in time that grows with its length alone', async () => {
    const folder = mkdtempSync(join(runFolder(), 'long-log-'));
    const start = promisify(execFile);
    await start(process.execPath, [join(ROOT, 'libs/verifier/build.mjs'), join(folder, 'one')]);
    const verified = (count: number) => {
      const log = join(folder, String(count));
      writeLog(log, entries(count), [makeKey()]);
      return () => start(process.execPath, [join(folder, 'one/patravali-verify.mjs'), '--json', log]);
    };
    expect(await growth(verified(SHORT), verified(LONG))).toBeLessThan(MOST);
  }, 300_000);
});
