import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authority, subjectOf } from '../../../libs/platform/signatures/test/authority';

/** Where Debian puts the driver of softhsm2. */
const DRIVER = '/usr/lib/softhsm/libsofthsm2.so';
const PIN = '473829';
const PROGRAMS = ['softhsm2-util', 'pkcs11-tool', 'openssl'];

/** `describe` with softhsm2 and opensc; without them a skipped one that says so, but never in continuous integration. */
export function describeWithSoftToken(name: string, tests: () => void): void {
  const missing = PROGRAMS.filter((program) => spawnSync(program, ['--version']).error !== undefined);
  const isThere = existsSync(DRIVER) && missing.length === 0;
  if (isThere || process.env.CI) describe(name, tests);
  else describe.skip(`${name} (softhsm2 or opensc is not installed)`, tests);
}

/** A PKCS#11 token: its key is made inside it and never leaves it. */
export class SoftToken {
  private readonly folder = mkdtempSync(join(tmpdir(), 'patravali-token-'));
  /** As PEM. */
  readonly certificate: string;

  /** @param authority issues the certificate for the key of the token, with the name and the number of its holder. */
  constructor(authority: Authority, name: string, number: string) {
    mkdirSync(join(this.folder, 'tokens'));
    writeFileSync(join(this.folder, 'it.conf'), `directories.tokendir = ${this.folder}/tokens\nlog.level = ERROR\n`);
    this.run('softhsm2-util', '--init-token', '--free', '--label', 'officer', '--pin', PIN, '--so-pin', PIN);
    this.tool('--keypairgen', '--key-type', 'rsa:2048', '--id', '01', '--label', 'signing');
    this.tool('--read-object', '--type', 'pubkey', '--id', '01', '--output-file', this.path('key.der'));
    const key = authority.openssl('pkey', '-pubin', '-inform', 'DER', '-in', this.path('key.der'));
    const files = [
      '-force_pubkey',
      authority.file('token.key', key),
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-extfile',
      authority.file('token.ext', 'keyUsage=critical,digitalSignature,nonRepudiation'),
    ];
    this.certificate = authority
      .openssl('x509', '-new', '-subj', subjectOf(name, number), '-days', '30', ...files)
      .toString();
  }

  /** As base64: what is given is hashed and signed in the token. */
  sign(toSign: string): string {
    writeFileSync(this.path('to-sign.der'), Buffer.from(toSign, 'base64'));
    const files = ['--input-file', this.path('to-sign.der'), '--output-file', this.path('signature.bin')];
    this.tool('--sign', '--mechanism', 'SHA256-RSA-PKCS', '--id', '01', ...files);
    return readFileSync(this.path('signature.bin')).toString('base64');
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private tool(...parameters: readonly string[]): void {
    this.run('pkcs11-tool', '--module', DRIVER, '--token-label', 'officer', '--login', '--pin', PIN, ...parameters);
  }

  private run(program: string, ...parameters: readonly string[]): void {
    const env = { ...process.env, SOFTHSM2_CONF: this.path('it.conf') };
    const { status, stderr, error } = spawnSync(program, parameters, { env, encoding: 'utf8' });
    if (error) throw error;
    if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stderr}`);
  }
}
