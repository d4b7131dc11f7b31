import { languageOf } from '@patravali/config';
import messages from './messages.json';

export type SentenceCode = keyof (typeof messages)['en'];
export type SentenceParameters = Readonly<Record<string, string | number>>;

/** The launcher's sentence in the language of the terminal. */
export function sentence(code: SentenceCode, parameters: SentenceParameters = {}): string {
  return Object.entries(parameters).reduce(
    (text, [name, value]) => text.replaceAll(`{${name}}`, String(value)),
    messages[languageOf(process.env)][code],
  );
}

/** Something the launcher will not or cannot do, said in one plain sentence instead of a stack. */
export class LauncherRefusal extends Error {
  constructor(
    readonly code: SentenceCode,
    parameters: SentenceParameters = {},
  ) {
    super(sentence(code, parameters));
    this.name = 'LauncherRefusal';
  }
}
