import { appendFileSync, copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsKeyIn, settingsKeyOf } from '@patravali/config';
import { cosignature, entriesOf, makeKey, writeLog } from '../../../../../libs/verifier/test/a-log';
import {
  manifestOf,
  PASSPHRASE,
  rewriteRows,
  useBackedUpOffice,
  within,
  writeManifest,
} from '../../../test/backed-up-office';
import type { BackupFolder } from '../backup-folder';
import { sealKey } from '../key/sealed-key';
import { verifyBackup, verifyDocuments } from './verify-backup';
import { inWords } from './wrong';

const ENTRIES = 300;

describe('a backup', () => {
  const office = useBackedUpOffice();
  let [today, tomorrow]: BackupFolder[] = [];
  const { PATRAVALI_LANG } = process.env;
  beforeAll(async () => {
    await office.happens(ENTRIES);
    await office.publish();
    // Two that wait for the log.
    await office.happens(2);
    today = await office.backUp('today', PASSPHRASE);
    await office.publish();
    await office.happens(4);
    await office.publish();
    tomorrow = await office.backUp('tomorrow');
  });
  afterEach(() => {
    if (PATRAVALI_LANG === undefined) delete process.env.PATRAVALI_LANG;
    else process.env.PATRAVALI_LANG = PATRAVALI_LANG;
  });

  const copyOf = (backup: BackupFolder | undefined): BackupFolder => {
    if (!backup) throw new Error('it is made before the tests');
    return office.copyOf(backup);
  };
  /** What a person is told of it, in this language. */
  const told = async (backup: BackupFolder, language: 'hi' | 'en' = 'en', passphrase: string | null = null) => {
    process.env.PATRAVALI_LANG = language;
    const { wrong } = await verifyBackup(backup, { passphrase, withLog: true });
    return inWords([...wrong, ...(wrong.length > 0 ? [] : await verifyDocuments(backup))]);
  };

  it('holds the log of the moment of its rows, and no tile that was replaced', async () => {
    const backup = copyOf(today);
    expect(await told(backup, 'en', PASSPHRASE)).toBe('');
    expect(await told(copyOf(tomorrow))).toBe('');
    const { log, documents } = manifestOf(backup);
    expect(log?.entries).toBe(ENTRIES);
    expect(log?.files.map(({ name }) => name).toSorted()).toEqual([
      'log/checkpoint',
      'log/keys',
      'log/tile/0/000',
      'log/tile/0/001.p/44',
      'log/tile/1/000.p/1',
      'log/tile/entries/000',
      'log/tile/entries/001.p/44',
    ]);
    expect(documents.count).toBe(1);
  });

  it('is told to be cut, swapped or lacking a part, in the language of the office', async () => {
    const cut = copyOf(today);
    truncateSync(within(cut, 'event.gz'), 2_000);
    rmSync(within(cut, 'log_entry.gz'));
    expect(await told(cut)).toMatch(
      /^event\.gz is incomplete: \d+ of 302 rows can be read\.\nlog_entry\.gz is missing\.$/,
    );
    expect(await told(cut, 'hi')).toMatch(
      /^event\.gz अधूरी है: 302 में से \d+ पंक्तियाँ पढ़ी जा सकती हैं।\nlog_entry\.gz नहीं है।$/,
    );

    const swapped = copyOf(today);
    copyFileSync(within(copyOf(tomorrow), 'event.gz'), within(swapped, 'event.gz'));
    expect(await told(swapped)).toBe(
      'event.gz does not hold the rows that were backed up: it was changed, or is of another backup.',
    );

    const damaged = copyOf(today);
    const path = join(damaged.path, 'objects', office.document.slice(0, 2), office.document.slice(2));
    writeFileSync(path, 'another');
    expect(await told(damaged)).toBe(`The document ${office.document} is damaged.`);
    rmSync(path);
    expect(await told(damaged, 'hi')).toBe(`अभिलेख ${office.document} नहीं है।`);

    const begun = copyOf(today);
    truncateSync(within(begun, 'manifest.json'), 100);
    await expect(told(begun)).rejects.toThrow('There is no complete backup in');
  });

  it('has rows that agree with the log, also when the manifest was written for others', async () => {
    const [changed, added] = [copyOf(today), copyOf(today)];
    rewriteRows(changed, 'event', (rows) => rows.replace(/file,([0-9a-f]{8})/, 'receipt,$1'));
    expect(await told(changed)).toMatch(/^The rows do not agree with each other about entry \d+ of the log/);
    const later = tomorrow && readFileSync(within(tomorrow, 'event.gz'));
    const { tables } = manifestOf(copyOf(tomorrow));
    writeFileSync(within(added, 'event.gz'), later ?? '');
    const manifest = manifestOf(added);
    const ofEvent = tables.filter(({ name }) => name === 'event');
    writeManifest(added, {
      ...manifest,
      tables: [...manifest.tables.filter(({ name }) => name !== 'event'), ...ofEvent],
    });
    expect(await told(added)).toBe('The rows hold an event that is neither in the log nor waiting for it.');
    expect(await told(added, 'hi')).toBe('पंक्तियों में एक ऐसी घटना है जो न लॉग में है न प्रतीक्षा में।');
  });

  it('is told to have the log of another office, half a log, or one of another day', async () => {
    const foreign = copyOf(today);
    rmSync(within(foreign, 'log'), { recursive: true });
    const other = makeKey();
    writeLog(within(foreign, 'log'), entriesOf(20), [other]);
    expect(await told(foreign)).toMatch(
      /^The log \(eoffice\.example\.in\/log\) is not that of this office: .* key of daftar\.example\.in\/log\.$/,
    );
    expect(await told(foreign, 'hi')).toMatch(/^लॉग \(eoffice\.example\.in\/log\) इस कार्यालय का नहीं है/);

    const half = copyOf(today);
    rmSync(within(half, 'log/tile/entries'), { recursive: true });
    expect(await told(half)).toBe('2 files of the log are missing, the first log/tile/entries/000.');
    const without = copyOf(today);
    rmSync(within(without, 'log'), { recursive: true });
    expect(await told(without, 'hi')).toMatch(/^लॉग की 7 फ़ाइलें नहीं हैं/);

    const changed = copyOf(today);
    appendFileSync(within(changed, 'log/tile/entries/000'), 'x');
    expect(await told(changed)).toMatch(
      /^1 file of the log is missing, changed or of another backup, the first log\/tile/,
    );

    const [ahead, behind] = [copyOf(today), copyOf(tomorrow)];
    const [later, earlier] = [copyOf(tomorrow), copyOf(today)];
    for (const [backup, from] of [
      [ahead, later],
      [behind, earlier],
    ] as const) {
      rmSync(within(backup, 'log'), { recursive: true });
      cpSync(within(from, 'log'), within(backup, 'log'), { recursive: true });
    }
    expect(await told(ahead)).toBe(
      'The log is later than the rows: its checkpoint is of 306 entries, but the rows hold 300.',
    );
    expect(await told(ahead, 'hi')).toMatch(/^लॉग पंक्तियों से बाद का है/);
    expect(await told(behind)).toBe(
      'The log is older than the rows: its checkpoint is of 300 entries, but according to the rows 306 were published.',
    );
  });

  it('is told to bear the signature of a witness from tomorrow', async () => {
    const backup = copyOf(today);
    const checkpoint = readFileSync(within(backup, 'log/checkpoint'), 'utf8');
    const text = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
    const signedAt = (time: number) =>
      writeFileSync(
        within(backup, 'log/witnessed'),
        `${checkpoint}${cosignature(makeKey('away.example/witness', 4), text, time)}`,
      );
    const takenAt = Date.parse(manifestOf(backup).takenAt) / 1000;
    signedAt(Math.floor(takenAt));
    expect(await told(backup)).toBe('');
    signedAt(Math.floor(takenAt) + 86_400);
    expect(await told(backup)).toMatch(/^The log is later than the rows: a witness signed it on \d{4}-/);
  });

  it('is opened by no other passphrase, and has no other key than that of its log', async () => {
    const backup = copyOf(today);
    expect(await told(backup, 'en', `${PASSPHRASE} `)).toBe(
      'The passphrase does not open the key of the log that is in this backup.',
    );
    expect(await told(copyOf(tomorrow), 'hi', PASSPHRASE)).toBe('लॉग की कुंजी इस बैकअप में नहीं है।');
    writeFileSync(within(backup, 'log-key.pem'), await sealKey(makeKey().privateKey, PASSPHRASE));
    expect(await told(backup)).toBe('The file with the key of the log was changed or is of another backup.');
    expect(await told(backup, 'en', PASSPHRASE)).toBe(
      'The key in this backup is not that of its log: it is of another office, or from before a new key.',
    );
    rmSync(within(backup, 'log-key.pem'));
    expect(await told(backup)).toBe('The file with the key of the log is missing.');
  });

  it('carries the key of what was set on the page under the same passphrase, and on from day to day', async () => {
    const key = await settingsKeyIn(office.dataFolder);
    const first = await office.backUp('with-settings', PASSPHRASE);
    expect(manifestOf(first).settingsKey?.id).toBe(key.id);
    const { settingsSecret } = await verifyBackup(first, { passphrase: PASSPHRASE, withLog: true });
    expect(settingsSecret && settingsKeyOf(settingsSecret).aes).toEqual(key.aes);
    expect(readFileSync(within(first, 'settings-key.pem'), 'utf8')).toContain('ENCRYPTED PRIVATE KEY');
    const again = await office.backUp('with-settings');
    expect(manifestOf(again).settingsKey).toEqual(manifestOf(first).settingsKey);
    const changed = copyOf(again);
    appendFileSync(within(changed, 'settings-key.pem'), 'x');
    expect(await told(changed)).toMatch(/settings-key\.pem/);
    expect(await told(changed, 'hi')).toMatch(/settings-key\.pem/);
  });
});
