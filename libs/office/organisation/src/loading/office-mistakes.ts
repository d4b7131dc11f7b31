import type { Language } from '@patravali/contract';
import { fill } from '@patravali/language';
import { type MessageKey, messagesOf } from '@patravali/messages';

export type OfficeMistakeCode = Exclude<MessageKey<'office-file'>, 'heading'>;

/** One mistake in the description of an office. */
export interface OfficeMistake {
  /** Where it stands: `posts[3].superior`; empty for the whole file. */
  readonly path: string;
  readonly code: OfficeMistakeCode;
  readonly params?: Readonly<Record<string, string>>;
}

/** Every mistake of a description at once, so that it is mended in one go. */
export class OfficeMistakes extends Error {
  constructor(readonly mistakes: readonly OfficeMistake[]) {
    super(mistakes.map(({ path, code }) => `${path} ${code}`).join('\n'));
    this.name = 'OfficeMistakes';
  }

  /** One line for each mistake, below a heading. */
  explain(language: Language): string {
    const said = messagesOf('office-file', language);
    const lines = this.mistakes.map(({ path, code, params = {} }) =>
      `${path} ${fill(said[code], params, language)}`.trim(),
    );
    return [fill(said.heading, { count: lines.length }, language), ...lines].join('\n  ');
  }
}
