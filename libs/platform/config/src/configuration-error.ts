import type { Language } from '@patravali/contract-base';
import { fill, platformWords } from '@patravali/language';

type Sentences = ReturnType<typeof platformWords>['configuration'];
export type ProblemCode = Exclude<keyof Sentences, 'heading' | 'nodeTooOldForOffice'>;

/** One mistake in the environment, named by its variable. It carries no value that may be a secret. */
export interface Problem {
  readonly name: string;
  readonly code: ProblemCode;
  /** Variables that must be set together. */
  readonly names?: readonly string[];
  /** The part that is wrong, where it cannot be a secret. */
  readonly value?: string;
}

/** All mistakes that were found, so that an administrator can correct them in one go. */
export class ConfigurationError extends Error {
  constructor(
    readonly problems: readonly Problem[],
    language: Language,
  ) {
    const words = platformWords(language).configuration;
    const lines = problems.map(({ name, code, names = [], value = '' }) =>
      fill(words[code], { name, names: names.join(', '), value }, language),
    );
    super([words.heading, ...lines].join('\n  '));
    this.name = 'ConfigurationError';
  }
}
