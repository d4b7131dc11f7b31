import { mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runFolder } from '../support/database/cluster';
import { DAMAGES, objectPath } from '../support/papers/damaged-object';
import { officeCommand } from '../support/processes/office-command';
import { RunningOffice } from '../support/processes/running-office';

const dataFolder = join(mkdtempSync(join(runFolder(), 'checked-')), 'data');

/** `npm run office -- …` in this language. */
const command = (language: string, ...words: string[]) =>
  officeCommand(dataFolder, words, { PATRAVALI_LANG: language });

const check = (language: string, ...words: string[]) => command(language, 'check', ...words);

function storedHashes(): [string, string, string, ...string[]] {
  const heads = readdirSync(join(dataFolder, 'objects'));
  return heads.flatMap((head) => readdirSync(join(dataFolder, 'objects', head)).map((tail) => head + tail)) as never;
}

describe('npm run office -- check', () => {
  it('beside the open office names what its disk has lost, and puts back what was set aside', async () => {
    const office = new RunningOffice({ dataFolder });
    try {
      await office.url();
      const whole = await check('en');
      expect(whole.output).toMatch(/Events checked: [1-9]\d*\. Chains: [1-9]\d*\. Not as recorded: 0\./);
      expect(whole.output).toMatch(/Documents read: [1-9]\d*\. Missing: 0\. Damaged: 0\./);
      expect(whole.code).toBe(0);

      const [missing, changed, aside] = storedHashes();
      await DAMAGES.missing(objectPath(dataFolder, missing));
      await DAMAGES.changed(objectPath(dataFolder, changed));
      mkdirSync(dirname(objectPath(dataFolder, aside, 'set-aside')), { recursive: true });
      renameSync(objectPath(dataFolder, aside), objectPath(dataFolder, aside, 'set-aside'));
      const lacking = await check('en');
      expect(lacking.code).toBe(1);
      const named = (word: string, sha256: string) =>
        new RegExp(`${word}: “[^”]+” \\((diary number|file|issued letter) .*; SHA-256 ${sha256}\\)`);
      expect(lacking.output).toMatch(named('Missing', missing));
      expect(lacking.output).toMatch(named('Damaged', changed));
      expect(lacking.output).toContain('check --bring-back');

      const inHindi = await check('hi', '--bring-back');
      expect(inHindi.output).toMatch(/क्षतिग्रस्त: “[^”]+” \((डायरी संख्या|पत्रावली|निर्गत पत्र) /);
      expect(inHindi.output).toContain('वापस लाए गए: 1');
      expect(inHindi.code).toBe(1);
      expect((await check('en', '--mend')).code).toBe(1);

      // Marked by the first, unless the job of the hour was quicker.
      expect((await command('en', 'sweep')).output).toMatch(/is marked now|Objects in the store/);
      expect(await command('en', 'sweep')).toMatchObject({
        code: 0,
        output: expect.stringMatching(/Objects in the store: \d+\. Set aside: 0\./) as string,
      });
      expect(await command('en', 'search-index')).toMatchObject({
        code: 0,
        output: expect.stringMatching(/To be indexed again: [1-9]\d*\./) as string,
      });
    } finally {
      await office.stop();
    }
  }, 600_000);
});
