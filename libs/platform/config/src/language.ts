import type { Environment } from './environment';

/** The language in which the machine's own messages are written: PATRAVALI_LANG, else the locale of the terminal. */
export function languageOf(env: Environment): 'en' | 'hi' {
  const locale = env.PATRAVALI_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? 'en';
  return locale.toLowerCase().startsWith('hi') ? 'hi' : 'en';
}
