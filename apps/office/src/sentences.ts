import { languageOf } from '@patravali/config';
import { fill, type MessageKey, type MessageParams, messagesOf } from '@patravali/messages';

export type SentenceCode = MessageKey<'launcher'>;

/** A sentence of the launcher in the language of the terminal. */
export function sentence(code: SentenceCode, parameters: MessageParams = {}): string {
  const language = languageOf(process.env);
  return fill(messagesOf('launcher', language)[code], parameters, language);
}

/** Something the launcher refuses or cannot do. The user sees this sentence and no stack. */
export class LauncherRefusal extends Error {
  constructor(
    readonly code: SentenceCode,
    parameters: MessageParams = {},
  ) {
    super(sentence(code, parameters));
    this.name = 'LauncherRefusal';
  }
}
