import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface IssuedKey {
  /** The certificate as PEM and as DER. */
  readonly pem: string;
  readonly der: Uint8Array;
  /** The path of its private key, as a token would keep it. */
  readonly keyPath: string;
}

export interface IssueOptions {
  readonly name: string;
  /** The serial number of the holder. */
  readonly number?: string;
  /** Lines of extensions, as OpenSSL writes them. */
  readonly extensions?: readonly string[];
  /** As `openssl genpkey` names it. */
  readonly algorithm?: readonly string[];
}

const RSA = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
export const P256 = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
export const PERSON = ['basicConstraints=critical,CA:FALSE', 'keyUsage=critical,digitalSignature,nonRepudiation'];

const CONFIGURATION = `
[ca]
default_ca = here
[here]
database = index.txt
new_certs_dir = .
serial = serial
crlnumber = crlnumber
default_md = sha256
default_days = 365
default_crl_days = 30
policy = any
unique_subject = no
email_in_dn = no
[any]
countryName = optional
organizationName = optional
commonName = supplied
serialNumber = optional
[req]
distinguished_name = none
string_mask = utf8only
[none]
[stamps]
serial = stamps
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
`;

/** A certifying authority of OpenSSL in a folder of its own: another program than ours issues, revokes, stamps and answers. */
export class Authority {
  readonly folder = mkdtempSync(join(tmpdir(), 'patravali-authority-'));
  readonly pem: string;
  private issued = 0;

  constructor() {
    const files = { 'it.cnf': CONFIGURATION, 'index.txt': '', serial: '1001\n', crlnumber: '01\n', stamps: '01\n' };
    for (const [name, text] of Object.entries(files)) writeFileSync(this.path(name), text);
    this.openssl('genpkey', ...RSA, '-out', 'ca.key');
    const extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign,digitalSignature'];
    this.openssl(
      'req',
      '-x509',
      '-config',
      'it.cnf',
      '-key',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '3650',
      '-subj',
      '/C=IN/O=Patravali Test/CN=Test Root',
      ...extensions.flatMap((each) => ['-addext', each]),
    );
    this.pem = readFileSync(this.path('ca.pem'), 'utf8');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A key and a certificate of this authority. */
  issue({ name, number, extensions = PERSON, algorithm = RSA }: IssueOptions): IssuedKey {
    const file = `issued-${++this.issued}`;
    writeFileSync(this.path(`${file}.ext`), extensions.join('\n'));
    this.openssl('genpkey', ...algorithm, '-out', `${file}.key`);
    const request = ['-key', `${file}.key`, '-out', `${file}.csr`, '-subj', subjectOf(name, number)];
    this.openssl('req', '-new', '-config', 'it.cnf', ...request);
    this.openssl(
      'ca',
      '-config',
      'it.cnf',
      '-batch',
      '-notext',
      '-cert',
      'ca.pem',
      '-keyfile',
      'ca.key',
      '-in',
      `${file}.csr`,
      '-out',
      `${file}.pem`,
      '-extfile',
      `${file}.ext`,
    );
    const der = this.openssl('x509', '-in', `${file}.pem`, '-outform', 'DER');
    return { pem: readFileSync(this.path(`${file}.pem`), 'utf8'), der, keyPath: this.path(`${file}.key`) };
  }

  /** As a person gets it from an authority. */
  p12({ pem, keyPath }: IssuedKey, password: string, ...more: readonly string[]): Uint8Array {
    const certificate = this.file('own.pem', pem);
    const into = ['-passout', `pass:${password}`, '-certfile', 'ca.pem'];
    return this.openssl('pkcs12', '-export', '-in', certificate, '-inkey', keyPath, ...into, ...more);
  }

  revoke({ pem }: IssuedKey): void {
    const authority = ['-config', 'it.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
    this.openssl('ca', ...authority, '-revoke', this.file('revoked.pem', pem));
  }

  /** What is revoked. */
  revocationList(): Uint8Array {
    const authority = ['-config', 'it.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
    this.openssl('ca', ...authority, '-gencrl', '-out', 'list.pem');
    return this.openssl('crl', '-in', 'list.pem', '-outform', 'DER');
  }

  /** Answers a question about one certificate (OCSP). */
  answer(question: Uint8Array): Uint8Array {
    const signer = ['-rsigner', 'ca.pem', '-rkey', 'ca.key', '-ndays', '1'];
    const files = ['-reqin', this.file('question.der', question), '-respout', 'answer.der'];
    this.openssl('ocsp', '-index', 'index.txt', '-CA', 'ca.pem', ...signer, ...files);
    return readFileSync(this.path('answer.der'));
  }

  /** Answers a request for a time stamp with a certificate that may stamp, and, unless it is left out, with that of its issuer. */
  stamp(request: Uint8Array, { pem, keyPath }: IssuedKey, issuer = ['-chain', 'ca.pem']): Uint8Array {
    const signer = ['-signer', this.file('stamper.pem', pem), '-inkey', keyPath, ...issuer];
    const files = ['-queryfile', this.file('request.tsq', request), '-out', 'reply.tsr'];
    this.openssl('ts', '-reply', '-config', 'it.cnf', '-section', 'stamps', ...signer, ...files);
    return readFileSync(this.path('reply.tsr'));
  }

  /** Writes a file and names it. */
  file(name: string, content: Uint8Array | string): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** What OpenSSL writes. @throws Error with what it complains of */
  openssl(...parameters: readonly string[]): Buffer {
    const { stdout, stderr, status, error } = spawnSync('openssl', parameters, {
      cwd: this.folder,
      maxBuffer: 1 << 26,
    });
    if (error) throw error;
    if (status !== 0) throw new Error(`openssl ${parameters.join(' ')}: ${stderr.toString()}`);
    return stdout;
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** As OpenSSL takes it. */
export const subjectOf = (name: string, number?: string): string =>
  `/C=IN/O=Patravali Test/CN=${name}${number === undefined ? '' : `/serialNumber=${number}`}`;

/** Extensions of somebody who may set time stamps. */
export const STAMPER = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=critical,timeStamping'];
