import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSPHRASE, useBackedUpOffice, within } from '../../apps/office/test/backed-up-office';
import { BackupFolder } from '../../apps/office/src/backup/backup-folder';
import { sealKey } from '../../apps/office/src/backup/key/sealed-key';
import { makeKey, writeLog, entriesOf } from '../../libs/verifier/test/a-log';
import { officeCommand } from '../support/processes/office-command';
import { LAUNCHER } from '../support/processes/running-office';

const KEY = { PATRAVALI_BACKUP_PASSPHRASE: PASSPHRASE };

describe('npm run office -- backup', () => {
  const office = useBackedUpOffice();
  const folder = join(office.folder, 'backup');
  const backup = new BackupFolder(folder);
  const command = (language: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
    officeCommand(office.dataFolder, words, {
      PATRAVALI_LANG: language,
      DATABASE_URL: office.database().ownerUrl,
      ...environment,
    });
  beforeAll(async () => {
    await office.happens(20);
    await office.publish();
  });

  it('says how it is called, and takes no passphrase that is short, or none', async () => {
    for (const words of [[], [folder, 'more'], ['--verify'], [folder, '--all']]) {
      const { code, output } = await command('en', ['backup', ...words]);
      expect([words, code, output]).toEqual([words, 1, expect.stringContaining('npm run office -- backup --verify')]);
    }
    const short = await command('hi', ['backup', folder, '--key'], { PATRAVALI_BACKUP_PASSPHRASE: 'मोर' });
    expect([short.code, short.output]).toEqual([1, 'पासवर्ड में कम से कम 12 अक्षर होने चाहिए। कुछ भी बदला नहीं गया।\n']);
    const asked = (input: string) =>
      spawnSync(process.execPath, [LAUNCHER, 'backup', folder, '--key'], {
        input,
        encoding: 'utf8',
        env: {
          ...process.env,
          NODE_ENV: '',
          PATRAVALI_LANG: 'en',
          PATRAVALI_DATA: office.dataFolder,
          DATABASE_URL: office.database().ownerUrl,
        },
      });
    expect(asked('').stderr).toMatch(/^Passphrase of the log's key: No passphrase was given/);
    expect(existsSync(folder)).toBe(false);
    const piped = asked(`${PASSPHRASE}\n`);
    expect([piped.status, piped.stdout]).toEqual([0, expect.stringContaining('The log is in it, with 20 entries.')]);
  }, 240_000);

  it('keeps the key that is there already, and the office records each backup that came to a good end', async () => {
    const again = await command('en', ['backup', folder]);
    expect([again.code, again.output]).toEqual([0, expect.not.stringContaining('--key')]);
    const { rows } = await office.query(
      `SELECT data ->> 'entries' AS entries, data ->> 'withKey' AS key FROM event WHERE name = 'organisation.backed_up' ORDER BY sequence`,
    );
    expect(rows).toEqual([
      { entries: '20', key: 'true' },
      { entries: '20', key: 'true' },
    ]);
    const verified = await command('hi', ['backup', '--verify', folder, '--key'], KEY);
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('1 अभिलेख, 20 प्रविष्टियों का लॉग।')]);
    expect(verified.output).toContain('वह सही कुंजी है।');
  }, 240_000);

  it('backs up all but a log that is damaged, ends with 1, and such a backup brings back no log', async () => {
    const [there, aside] = [join(office.dataFolder, 'log/tile/0'), join(office.folder, 'aside')];
    renameSync(there, aside);
    const made = await command('hi', ['backup', join(office.folder, 'standing')]);
    renameSync(aside, there);
    expect([made.code, made.output]).toEqual([1, expect.stringContaining('लॉग इस बैकअप में नहीं है। शेष सब पूर्ण है।')]);
    const verified = await command('en', ['backup', '--verify', join(office.folder, 'standing')]);
    expect([verified.code, verified.output]).toEqual([1, expect.stringContaining('The log is not in this backup')]);
    const { rows } = await office.query(`SELECT FROM event WHERE name = 'organisation.backed_up'`);
    expect(rows).toHaveLength(2);
  }, 240_000);

  it('names what is wrong with a backup, ends with 1 and changes nothing; nor is it restored', async () => {
    const restored = join(office.folder, 'restored');
    const spoilt: readonly [string, (copy: BackupFolder) => void | Promise<void>][] = [
      ['log_entry.gz अधूरी है', (copy) => truncateSync(within(copy, 'log_entry.gz'), 100)],
      [
        'इस कार्यालय का नहीं है',
        (copy) => {
          rmSync(within(copy, 'log'), { recursive: true });
          writeLog(within(copy, 'log'), entriesOf(20), [makeKey()]);
        },
      ],
      ['लॉग की 1 फ़ाइल नहीं है', (copy) => rmSync(within(copy, 'log/tile/entries'), { recursive: true })],
      [
        'इस बैकअप की कुंजी इसके लॉग की नहीं है',
        async (copy) => writeFileSync(within(copy, 'log-key.pem'), await sealKey(makeKey().privateKey, PASSPHRASE)),
      ],
    ];
    for (const [told, spoil] of spoilt) {
      const copy = office.copyOf(backup);
      await spoil(copy);
      const verified = await command('hi', ['backup', '--verify', copy.path, '--key'], KEY);
      expect([verified.code, verified.output]).toEqual([1, expect.stringContaining(told)]);
      const { code, output } = await officeCommand(restored, ['restore', copy.path, '--key'], {
        ...KEY,
        PATRAVALI_LANG: 'hi',
      });
      expect([code, output]).toEqual([1, expect.stringContaining('कुछ भी पुनर्स्थापित नहीं हुआ')]);
      expect(output).toContain(told);
    }
    const wrong = { PATRAVALI_BACKUP_PASSPHRASE: 'another passphrase' };
    for (const [words, environment, told] of [
      [['--key'], wrong, 'The passphrase does not open the key of the log that is in this backup.'],
      [[], {}, 'Add --key to restore it, or --without-key to leave it out.'],
      [['--key', '--without-key'], KEY, 'npm run office -- restore FOLDER'],
      [['--keys'], KEY, 'npm run office -- restore FOLDER'],
    ] as const) {
      const { code, output } = await officeCommand(restored, ['restore', folder, ...words], environment);
      expect([words, code, output]).toEqual([words, 1, expect.stringContaining(told)]);
    }
    expect(readdirSync(restored).filter((name) => name !== 'launcher.lock')).toEqual([]);
  }, 240_000);
});
