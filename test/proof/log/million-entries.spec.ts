import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { entryText, makeKey, manyEvents, writeLog } from '../../../libs/verifier/test/a-log';
import { runFolder } from '../../support/database/cluster';
import { runs } from '../../support/run/runs';

const ROOT = join(__dirname, '../../..');
/** A million in `npm run proof`. */
const ENTRIES = runs(100_000);
const MOST_MB = 150;
const KIB_OF_MB = 1024;
/** Told by the process itself as it ends. What `resourceUsage` calls the most begins with what its parent had when it was started. */
const TELL_MEMORY = `import { readFileSync } from 'node:fs';
process.on('exit', () => console.error(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))`;

function* entries(subjects: number): Generator<Buffer> {
  for (const event of manyEvents(ENTRIES, subjects)) yield Buffer.from(entryText(event));
}

describe(`a log of ${ENTRIES} entries`, () => {
  it.each([ENTRIES / 10, ENTRIES])(
    'of %i subjects is verified within 150 MB',
    async (subjects) => {
      const folder = mkdtempSync(join(runFolder(), 'large-log-'));
      const log = join(folder, 'log');
      writeLog(log, entries(subjects), [makeKey()]);
      const start = promisify(execFile);
      await start(process.execPath, [join(ROOT, 'libs/verifier/build.mjs'), join(folder, 'one')]);
      const file = join(folder, 'one/patravali-verify.mjs');
      const { stdout, stderr } = await start(process.execPath, [
        '--import',
        `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`,
        file,
        '--json',
        log,
      ]);
      expect(JSON.parse(stdout)).toMatchObject({ outcome: 'right', found: [{ size: ENTRIES, subjects }, {}, {}] });
      expect(Number(stderr)).toBeLessThan(MOST_MB * KIB_OF_MB);
      rmSync(folder, { recursive: true });
    },
    300_000,
  );
});
