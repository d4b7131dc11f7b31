import { join, resolve } from 'node:path';
import { platformWords } from '@patravali/language';
import { ConfigurationError, languageOf, loadConfig, loadLauncherConfig, officeCommand } from './index';

const DATABASE_URL = 'postgres://patravali:secret@db.example.in:5432/office';
const S3 = {
  S3_ENDPOINT: 'http://127.0.0.1:7480',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'secret',
  S3_BUCKET: 'documents',
  S3_REGION: 'ap-south-1',
};

function mistakesIn(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(({ name, code }) => `${name} ${code}`);
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('names an authority for time stamps, and who may be asked whether certificates hold', () => {
    expect(loadLauncherConfig({})).not.toHaveProperty('timestamp');
    const url = 'http://stamps.example.in/tsa';
    expect(loadLauncherConfig({ PATRAVALI_TIMESTAMP_URL: url }).timestamp).toEqual({ url });
    const hosts = { PATRAVALI_REVOCATION_HOSTS: 'nic.in, Example.in' };
    expect(loadLauncherConfig({ PATRAVALI_TIMESTAMP_URL: url, ...hosts }).timestamp).toEqual({
      url,
      revocationHosts: ['nic.in', 'example.in'],
    });
    expect(mistakesIn({ DATABASE_URL, PATRAVALI_TIMESTAMP_URL: 'ftp://x' })).toEqual([
      'PATRAVALI_TIMESTAMP_URL httpUrl',
    ]);
  });

  it('names the inner networks in which mail server, authorities and witness may lie, or none', () => {
    const url = 'http://stamps.example.in/tsa';
    const mail = { SMTP_URL: 'smtp://mail.example.in', MAIL_FROM: 'office@example.in' };
    const named = { PATRAVALI_TIMESTAMP_URL: url, ...mail, PATRAVALI_INNER_NETWORKS: '10.0.0.0/8, fd00::/8' };
    const innerNetworks = ['10.0.0.0/8', 'fd00::/8'];
    expect(loadLauncherConfig(named)).toMatchObject({ mail: { innerNetworks }, timestamp: { innerNetworks } });
    expect(mistakesIn({ DATABASE_URL, PATRAVALI_INNER_NETWORKS: '10.0.0.0/8,office.local' })).toEqual([
      'PATRAVALI_INNER_NETWORKS networks',
    ]);
  });

  it('reminds of a backup after four days, after as many as it is told, or never', () => {
    expect(loadLauncherConfig({}).backupDays).toBe(4);
    expect(loadLauncherConfig({ PATRAVALI_BACKUP_DAYS: '0' }).backupDays).toBe(0);
    for (const days of ['-1', '366', '1.5', 'week'])
      expect(mistakesIn({ DATABASE_URL, PATRAVALI_BACKUP_DAYS: days })).toEqual(['PATRAVALI_BACKUP_DAYS days']);
  });

  it('names a witness of the log with its key, or none', () => {
    expect(loadLauncherConfig({})).not.toHaveProperty('witness');
    const key = `away.example/witness+01234567+BA${'x'.repeat(42)}`;
    const named = { PATRAVALI_WITNESS: 'https://away.example:3020/', PATRAVALI_WITNESS_KEY: key };
    expect(loadLauncherConfig(named).witness).toEqual({ url: 'https://away.example:3020', key });
    expect(mistakesIn({ DATABASE_URL, PATRAVALI_WITNESS: 'https://away.example' })).toEqual([
      'PATRAVALI_WITNESS_KEY together',
    ]);
    const ofLog = key.replace('+BA', '+AQ');
    expect(mistakesIn({ DATABASE_URL, ...named, PATRAVALI_WITNESS_KEY: ofLog })).toEqual([
      'PATRAVALI_WITNESS_KEY witnessKey',
    ]);
  });

  it('names an eSign service with all that it takes, or none', () => {
    expect(loadLauncherConfig({})).not.toHaveProperty('eSign');
    const named = { PATRAVALI_ESIGN_URL: 'https://esign.example.in/form', PATRAVALI_ESIGN_ASP_ID: 'OFFICE-1' };
    const whole = { ...named, PATRAVALI_ESIGN_CERTIFICATE: '/etc/esign.pem' };
    expect(loadLauncherConfig(whole).eSign).toEqual({
      url: 'https://esign.example.in/form',
      aspId: 'OFFICE-1',
      certificatePath: resolve('/etc/esign.pem'),
    });
    expect(mistakesIn({ DATABASE_URL, ...named })).toEqual(['PATRAVALI_ESIGN_CERTIFICATE together']);
  });

  it('of an office without settings is the demo, on this machine only', () => {
    const config = loadLauncherConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:3000',
      dataFolder: resolve('.data'),
      demo: true,
      maxUploadBytes: 52_428_800,
      historyBytes: 0,
      mail: { kind: 'folder', folder: join(resolve('.data'), 'mail') },
      preparedStatements: true,
      jobsInProcess: true,
      secureCookies: false,
    });
    expect(config).not.toHaveProperty('databaseUrl');
    expect(config).not.toHaveProperty('signing');
  });

  it('of an office with an external database is not the demo unless told so, and sends no mail nobody configured', () => {
    expect(loadConfig({ DATABASE_URL })).toMatchObject({ demo: false, mail: { kind: 'none' } });
    expect(loadConfig({ DATABASE_URL, PATRAVALI_DEMO: 'on' }).demo).toBe(true);
    expect(loadLauncherConfig({ PATRAVALI_DEMO: 'off' })).toMatchObject({ demo: false, historyBytes: 2 ** 31 });
    expect(loadLauncherConfig({})).not.toHaveProperty('smallDemo');
    expect(loadLauncherConfig({ PATRAVALI_DEMO: 'small' })).toMatchObject({ demo: true, smallDemo: true });
  });

  it('reads where the virus scanner is, and what is done while it is away', () => {
    const scannerOf = (env: Record<string, string>) => loadLauncherConfig(env).virusScanner;
    expect(scannerOf({})).toBeUndefined();
    expect(scannerOf({ PATRAVALI_CLAMD: 'tcp://scanner.example.in:3310' })).toEqual({
      address: { host: 'scanner.example.in', port: 3310 },
      whenAway: 'refuse',
    });
    expect(scannerOf({ PATRAVALI_CLAMD: 'tcp://[::1]:3310' })?.address).toEqual({ host: '::1', port: 3310 });
    expect(scannerOf({ PATRAVALI_CLAMD: 'unix:/run/clamav/clamd.ctl', PATRAVALI_CLAMD_WHEN_AWAY: 'accept' })).toEqual({
      address: { path: '/run/clamav/clamd.ctl' },
      whenAway: 'accept',
    });
    expect(
      mistakesIn({
        DATABASE_URL,
        PATRAVALI_CLAMD: 'scanner',
        PATRAVALI_CLAMD_WHEN_AWAY: 'x',
        PATRAVALI_ACTIVE_PDFS: 'x',
      }),
    ).toEqual(['PATRAVALI_ACTIVE_PDFS activePdfs', 'PATRAVALI_CLAMD clamd', 'PATRAVALI_CLAMD_WHEN_AWAY whenAway']);
  });

  it('reads the store, the mail server and the signing key', () => {
    const config = loadConfig({
      DATABASE_URL,
      ...S3,
      SMTP_URL: 'smtp://mail.example.in:587',
      MAIL_FROM: 'Office <office@example.in>',
      PATRAVALI_SIGNING_P12: '/etc/patravali/office.p12',
      PATRAVALI_SIGNING_PASSWORD: 'secret',
      PATRAVALI_PUBLIC_URL: 'https://office.example.in/',
    });
    expect(config).toMatchObject({
      s3: { endpoint: '127.0.0.1', port: 7480, useSSL: false, bucket: 'documents', region: 'ap-south-1' },
      mail: { kind: 'smtp', from: 'Office <office@example.in>' },
      signing: { p12Path: '/etc/patravali/office.p12', password: 'secret' },
      publicUrl: 'https://office.example.in',
      secureCookies: true,
    });
  });

  it('reads from which mailbox delivery reports come, beside a mail server alone', () => {
    const mail = { SMTP_URL: 'smtps://mail.example.in', MAIL_FROM: 'office@example.in' };
    const reports = 'imaps://office:secret@mail.example.in/INBOX';
    expect(loadConfig({ DATABASE_URL, ...mail, IMAP_URL: reports })).toMatchObject({ mail: { kind: 'smtp', reports } });
    expect(() => loadConfig({ DATABASE_URL, IMAP_URL: reports })).toThrow(/SMTP_URL/);
    expect(() => loadConfig({ DATABASE_URL, ...mail, IMAP_URL: 'https://mail.example.in' })).toThrow(/IMAP_URL/);
  });

  it('has mails returned to an address with a key, where it reads what comes back', () => {
    const mail = { SMTP_URL: 'smtp://mail.example.in', MAIL_FROM: 'Office <office@example.in>' };
    const read = { DATABASE_URL, ...mail, IMAP_URL: 'imaps://office:secret@mail.example.in/INBOX' };
    expect(loadConfig({ DATABASE_URL, ...mail }).mail).not.toHaveProperty('returnTo');
    expect(loadConfig(read).mail).toMatchObject({ returnTo: 'office+*@example.in' });
    expect(loadConfig({ ...read, MAIL_FROM: 'a@b.in' }).mail).toMatchObject({ returnTo: 'a+*@b.in' });
    const own = { ...read, MAIL_RETURN: '*@bounces.example.in' };
    expect(loadConfig(own).mail).toMatchObject({ returnTo: '*@bounces.example.in' });
    for (const wrong of ['office@example.in', 'office@*.in', '*+*@example.in', `${'x'.repeat(45)}*@example.in`])
      expect(mistakesIn({ ...read, MAIL_RETURN: wrong })).toEqual(['MAIL_RETURN returnAddress']);
    const long = `${'x'.repeat(44)}@example.in`;
    expect(mistakesIn({ ...read, MAIL_FROM: long })).toEqual(['MAIL_RETURN returnAddress']);
    expect(mistakesIn({ ...own, MAIL_FROM: long })).toEqual([]);
  });

  it('bounds child processes and their memory, or leaves both to the machine', () => {
    expect(loadLauncherConfig({}).children).toEqual({});
    const both = { PATRAVALI_CHILD_PROCESSES: '6', PATRAVALI_CHILD_MEMORY_MIB: '1500' };
    expect(loadLauncherConfig(both).children).toEqual({ processes: 6, megabytes: 1500 });
    expect(mistakesIn({ DATABASE_URL, PATRAVALI_CHILD_PROCESSES: '2', PATRAVALI_CHILD_MEMORY_MIB: '100' })).toEqual([
      'PATRAVALI_CHILD_PROCESSES childProcesses',
      'PATRAVALI_CHILD_MEMORY_MIB childMemory',
    ]);
  });

  it('bounds the pace of one person, unless the office wants none', () => {
    expect(loadLauncherConfig({}).requestsPerSecond).toBe(30);
    expect(loadLauncherConfig({ PATRAVALI_REQUESTS_PER_SECOND: '0' })).not.toHaveProperty('requestsPerSecond');
    expect(mistakesIn({ DATABASE_URL, PATRAVALI_REQUESTS_PER_SECOND: '-1' })).toEqual([
      'PATRAVALI_REQUESTS_PER_SECOND requests',
    ]);
  });

  it('names every mistake at once', () => {
    const env = {
      PORT: '70000',
      PATRAVALI_DEMO: 'perhaps',
      PATRAVALI_MAX_UPLOAD_MIB: 'many',
      DATABASE_URL: 'mysql://db/office',
      S3_ENDPOINT: 'http://127.0.0.1:7480/path',
      SMTP_URL: 'smtp://mail.example.in',
      PATRAVALI_SESSION_HOURS: '0',
    };
    expect(mistakesIn(env).sort()).toEqual([
      'DATABASE_URL databaseUrl',
      'MAIL_FROM together',
      'PATRAVALI_DEMO demo',
      'PATRAVALI_MAX_UPLOAD_MIB mebibytes',
      'PATRAVALI_SESSION_HOURS hours',
      'PORT port',
      'S3_ACCESS_KEY together',
      'S3_BUCKET together',
      'S3_ENDPOINT httpUrl',
      'S3_REGION together',
      'S3_SECRET_KEY together',
    ]);
  });

  it('refuses to serve without a database, and takes an empty variable for none', () => {
    expect(mistakesIn({})).toEqual(['DATABASE_URL required']);
    expect(mistakesIn({ DATABASE_URL: '', PORT: '' })).toEqual(['DATABASE_URL required']);
  });

  it('believes proxies of this machine, or those that it is told of, each an address or a network', () => {
    const proxies = (PATRAVALI_TRUSTED_PROXIES: string) => loadConfig({ DATABASE_URL, PATRAVALI_TRUSTED_PROXIES });
    expect(loadConfig({ DATABASE_URL }).trustedProxies).toEqual(['127.0.0.0/8', '::1']);
    const told = proxies('10.1.2.3, 172.16.0.0/12,fd00::/8').trustedProxies;
    expect(told).toEqual(['10.1.2.3', '172.16.0.0/12', 'fd00::/8']);
    for (const wrong of ['all', '10.1.2', '10.1.2.0/33', '0.0.0.0/0', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129']) {
      expect(() => proxies(`10.1.2.3,${wrong}`)).toThrow(`PATRAVALI_TRUSTED_PROXIES: “${wrong}”`);
    }
  });

  it('says the mistakes in the language of the terminal and repeats no secret', () => {
    const message = (env: Record<string, string>): string => {
      try {
        loadConfig(env);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    const hindi = message({ DATABASE_URL: 'wrong:topsecret', LANG: 'hi_IN.UTF-8' });
    expect(hindi).toContain('DATABASE_URL');
    expect(hindi).toContain(platformWords('hi').configuration.heading);
    expect(hindi).not.toContain('topsecret');
    expect(languageOf({ LANG: 'en_IN.UTF-8' })).toBe('en');
    expect(languageOf({ LANG: 'en_IN.UTF-8', PATRAVALI_LANG: 'hi' })).toBe('hi');
  });

  it('name the commands of the office as they are given where it was started', () => {
    expect(officeCommand('check', {})).toBe('npm run office -- check');
    expect(officeCommand('check', { PATRAVALI_COMMAND: 'office' })).toBe('office check');
  });
});
