import type { Environment } from './environment';

/**
 * How somebody gives the office a command where this process runs: `npm run office -- check`. Where that does not work, as in the
 * image, whoever starts the process says in PATRAVALI_COMMAND what does.
 */
export function officeCommand(words: string, env: Environment = process.env): string {
  return `${env.PATRAVALI_COMMAND ?? 'npm run office --'} ${words}`;
}
