import { createInterface } from 'node:readline/promises';
import { LauncherRefusal } from '../../parts/sentences';

const YES = /^(y|yes|हाँ|हां|ha|haan)$/iu;

/**
 * Asks the person at the terminal. @returns whether he wants it.
 * @throws LauncherRefusal `notConfirmed` where nobody can be asked.
 */
export async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new LauncherRefusal('notConfirmed');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return YES.test((await terminal.question(`${question} `)).trim());
  } finally {
    terminal.close();
  }
}
