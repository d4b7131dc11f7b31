import { languageOf, officeCommand } from '@patravali/config';
import { fill, type MessageParams } from '@patravali/language';
import { type MessageKey, messagesOf } from '@patravali/messages';

export type SentenceCode = MessageKey<'launcher'>;

/** A sentence of the launcher in the language of the terminal; `{office}` in it is how a command is given there. */
export function sentence(code: SentenceCode, parameters: MessageParams = {}): string {
  const language = languageOf(process.env);
  return fill(messagesOf('launcher', language)[code], { office: officeCommand('').trimEnd(), ...parameters }, language);
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
