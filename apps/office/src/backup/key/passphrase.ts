import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { LauncherRefusal, sentence, type SentenceCode } from '../../parts/sentences';

/** Whoever finds the backup has as long for guessing as he likes. */
const SHORTEST = 12;

/**
 * The passphrase of the log's key in a backup: from the environment, else as it is typed, else the first line of what is piped
 * in. Never from the command line, which every account of the machine may read.
 * @throws LauncherRefusal when there is none.
 */
export async function askForPassphrase(): Promise<string> {
  const passphrase = (fromEnvironment() ?? (await read('passphraseAsked'))).normalize('NFC');
  if (passphrase === '') throw new LauncherRefusal('passphraseMissing', { variable: 'PATRAVALI_BACKUP_PASSPHRASE' });
  return passphrase;
}

/** One for a key that is being put away: long enough, and where it is typed, twice the same. @throws LauncherRefusal */
export async function askForNewPassphrase(): Promise<string> {
  const isTyped = process.env.PATRAVALI_BACKUP_PASSPHRASE === undefined && process.stdin.isTTY;
  const passphrase = await askForPassphrase();
  if (Array.from(passphrase).length < SHORTEST) throw new LauncherRefusal('passphraseShort', { least: SHORTEST });
  const again = isTyped ? (await read('passphraseAskedAgain')).normalize('NFC') : passphrase;
  if (again !== passphrase) throw new LauncherRefusal('passphrasesDiffer');
  return passphrase;
}

/** Taken out of it, so that no process that is started from here has it. */
function fromEnvironment(): string | undefined {
  const { PATRAVALI_BACKUP_PASSPHRASE: passphrase } = process.env;
  delete process.env.PATRAVALI_BACKUP_PASSPHRASE;
  return passphrase;
}

/** One line, which is not shown where it is typed. */
async function read(question: SentenceCode): Promise<string> {
  const { stdin, stderr } = process;
  const lines = createInterface({ input: stdin, output: silent(), terminal: stdin.isTTY });
  // From here on nothing that is typed is shown.
  stderr.write(`${sentence(question)} `);
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return await Promise.race([lines.question(''), ended]);
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
