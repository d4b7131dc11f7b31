import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { LauncherRefusal, sentence, type SentenceCode } from '../../parts/sentences';

const VARIABLE = 'PATRAVALI_BACKUP_PASSPHRASE';
/** Whoever finds the backup has as long for guessing as he likes. */
const SHORTEST = 12;

/**
 * The passphrase of the log's key in a backup: from the environment, else as it is typed, else the first line of what is piped
 * in. Never from the command line, which every account of the machine may read.
 * @throws LauncherRefusal when there is none.
 */
export async function askForPassphrase(): Promise<string> {
  const given = process.env[VARIABLE] ?? '';
  const passphrase = (given === '' ? await read('passphraseAsked') : given).normalize('NFC');
  if (passphrase === '') throw new LauncherRefusal('passphraseMissing', { variable: VARIABLE });
  return passphrase;
}

/** One for a key that is being put away: long enough, and where it is typed, twice the same. @throws LauncherRefusal */
export async function askForNewPassphrase(): Promise<string> {
  const passphrase = await askForPassphrase();
  if (Array.from(passphrase).length < SHORTEST) throw new LauncherRefusal('passphraseShort', { least: SHORTEST });
  const isTyped = !process.env[VARIABLE] && process.stdin.isTTY;
  if (isTyped && (await read('passphraseAskedAgain')).normalize('NFC') !== passphrase)
    throw new LauncherRefusal('passphrasesDiffer');
  return passphrase;
}

/** One line, which is not shown where it is typed. */
async function read(question: SentenceCode): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(`${sentence(question)} `);
  const lines = createInterface({ input: stdin, output: silent(), terminal: stdin.isTTY });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    return await Promise.race([lines.question(''), ended]);
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}

const silent = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
