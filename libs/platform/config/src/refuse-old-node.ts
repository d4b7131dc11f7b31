import { fill, platformWords } from '@patravali/language';
import type { Environment } from './environment';
import { languageOf } from './language';

const NEEDED = 24;

/**
 * Ends a program that was started with a Node on which it cannot run, with a sentence in place of a stack. It is called before
 * anything is loaded that needs the newer one.
 */
export function refuseOldNode(): void {
  const refusal = refusalOfNode(process.version, process.env);
  if (refusal === undefined) return;
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}

/** What is said of that version; nothing where it will do. */
export function refusalOfNode(version: string, env: Environment): string | undefined {
  if (Number(/^v(\d+)/.exec(version)?.[1]) >= NEEDED) return undefined;
  const language = languageOf(env);
  return fill(platformWords(language).configuration.nodeTooOldForOffice, { needed: NEEDED, version }, language);
}
