import { languageOf } from '@patravali/config';
import { fill, type MessageKey, type MessageParams, messagesOf } from '@patravali/messages';

export type SentenceCode = MessageKey<'launcher'>;

/** The launcher's sentence in the language of the terminal. */
export function sentence(code: SentenceCode, parameters: MessageParams = {}): string {
  const language = languageOf(process.env);
  return fill(messagesOf('launcher', language)[code], parameters, language);
}

/** Something the launcher will not or cannot do, said in one plain sentence instead of a stack. */
export class LauncherRefusal extends Error {
  constructor(
    readonly code: SentenceCode,
    parameters: MessageParams = {},
  ) {
    super(sentence(code, parameters));
    this.name = 'LauncherRefusal';
  }
}
