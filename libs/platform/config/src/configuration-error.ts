import sentences from './problems.json';

export type ProblemCode = Exclude<keyof (typeof sentences)['en'], 'heading'>;

/** One mistake in the environment, named by the variable it stands in. Never carries the value: it may be a secret. */
export interface Problem {
  readonly name: string;
  readonly code: ProblemCode;
  /** Variables that must be set together. */
  readonly names?: readonly string[];
}

/** Every mistake found, at once, so that an administrator mends them in one go. */
export class ConfigurationError extends Error {
  constructor(
    readonly problems: readonly Problem[],
    language: 'en' | 'hi',
  ) {
    const words = sentences[language];
    const lines = problems.map(({ name, code, names = [] }) =>
      words[code].replace('{names}', names.join(', ')).replace('{name}', name),
    );
    super([words.heading, ...lines].join('\n  '));
    this.name = 'ConfigurationError';
  }
}
