import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_LIMIT_MS = 30_000;
const USER = 'office';
const PASSWORD = 'राज़';
/** What Debian's package installs outside the path of a user. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
const program = FOLDERS.map((folder) => join(folder, 'dovecot')).find((path) => existsSync(path));

/** Asked while tests are being declared, so that what cannot run shows as skipped. Its processes change their users. */
export const mayRunDovecot = (): boolean => program !== undefined && userInfo().uid === 0;

export interface TestImapServer {
  /** Over TLS from the first byte on, or after it was asked for. */
  readonly url: (kind: 'imaps' | 'imap', password?: string) => string;
  /** Its certificate, which nobody else has signed. */
  readonly ca: string;
  /** Puts a mail into the mailbox, as a mail server does. */
  receive(mail: string): Promise<void>;
  /** The flags of each mail, in the order in which they came. */
  flags(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts a real Dovecot with one mailbox. */
export async function startImapServer(): Promise<TestImapServer> {
  const folder = await mkdtemp(join(tmpdir(), 'patravali-imap-'));
  await chmod(folder, 0o755);
  const [plain, tls] = [await freePort(), await freePort()];
  const at = (name: string) => join(folder, name);
  await makeCertificate(at('key.pem'), at('cert.pem'));
  await writeFile(at('users'), `${USER}:{PLAIN}${PASSWORD}\n`);
  const inbox = at('mail');
  for (const each of [inbox, join(inbox, 'cur'), join(inbox, 'new'), join(inbox, 'tmp')]) await ownFolder(each);
  await mkdir(at('run'));
  await writeFile(at('dovecot.conf'), configuration(folder, plain, tls));
  const server = spawn(program ?? 'dovecot', ['-F', '-c', at('dovecot.conf')], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  for (let waited = 0; !(await isListening(tls)); waited += 100) {
    if (server.exitCode !== null || waited > START_LIMIT_MS)
      throw new Error(`Dovecot did not start: ${await readFile(at('log'), 'utf8').catch(() => 'no log')}`);
    await sleep(100);
  }
  let mails = 0;
  return {
    url: (kind, password = PASSWORD) =>
      `${kind}://${USER}:${encodeURIComponent(password)}@localhost:${String(kind === 'imaps' ? tls : plain)}/INBOX`,
    ca: await readFile(at('cert.pem'), 'utf8'),
    receive: async (mail) => {
      mails += 1;
      const path = join(inbox, 'new', `${String(mails).padStart(6, '0')}.test`);
      await writeFile(path, mail);
      await chown(path, NOBODY, NOBODY);
    },
    flags: () => flagsIn(inbox),
    stop: async () => {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const NOBODY = 65_534;

async function ownFolder(path: string): Promise<void> {
  await mkdir(path);
  await chown(path, NOBODY, NOBODY);
}

/** In a Maildir the flags stand at the end of a name: `S` is read; small letters are keywords. */
async function flagsIn(inbox: string): Promise<string[]> {
  const names = [...(await readdir(join(inbox, 'new'))), ...(await readdir(join(inbox, 'cur')))].sort();
  return names.map((name) => name.split(':2,')[1] ?? '');
}

async function makeCertificate(key: string, certificate: string): Promise<void> {
  const wishes = ['-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  const name = ['-addext', 'subjectAltName=DNS:localhost'];
  const made = spawn('openssl', ['req', '-x509', ...wishes, ...name, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const [code] = (await once(made, 'exit')) as [number];
  if (code !== 0) throw new Error('openssl made no certificate');
}

function configuration(folder: string, plain: number, tls: number): string {
  return `
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_server_cert_file = ${folder}/cert.pem
ssl_server_key_file = ${folder}/key.pem
mail_driver = maildir
mail_path = ${folder}/mail
mail_uid = ${NOBODY}
mail_gid = ${NOBODY}
first_valid_uid = 1
auth_failure_delay = 0
passdb passwd-file {
  passwd_file_path = ${folder}/users
}
userdb static {
  fields {
    home = ${folder}/mail
  }
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${plain}
  }
  inet_listener imaps {
    port = ${tls}
    ssl = yes
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
