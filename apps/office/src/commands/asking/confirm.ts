import { createInterface } from 'node:readline/promises';
import { messagesOf } from '@patravali/messages';
import { LauncherRefusal } from '../../parts/sentences';

/** In either language, whichever the terminal has. */
const YES = (['en', 'hi'] as const).flatMap((language) => messagesOf('launcher', language).confirmingWords.split(' '));

/**
 * Asks the person at the terminal. @returns whether he wants it.
 * @throws LauncherRefusal `notConfirmed` where nobody can be asked.
 */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new LauncherRefusal('notConfirmed');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return YES.includes((await terminal.question(`${question} `)).trim().toLowerCase());
  } finally {
    terminal.close();
  }
}
