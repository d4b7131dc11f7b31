import type { PLATFORM_REFUSALS } from '@patravali/contract-base';

/** A field that is wrong, as a JSON pointer, and why: a code, of which the reader's language makes a sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
  /** What the sentence says besides. */
  readonly params?: Readonly<Record<string, unknown>>;
}

export interface RefusalOptions {
  readonly errors?: readonly FieldError[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
  readonly cause?: unknown;
}

/** Who has codes for refusals, and which. `libs/office/operations` adds those of the areas. */
export interface RefusalCodes {
  platform: keyof typeof PLATFORM_REFUSALS;
}

export type RefusalCode = RefusalCodes[keyof RefusalCodes];

/**
 * A request that was understood and will not be carried out. It carries a code and its parameters, never a sentence:
 * the sentence is made in the reader's language from the message files.
 */
export class Refusal extends Error {
  readonly errors: readonly FieldError[];
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: RefusalCode,
    readonly params: Readonly<Record<string, unknown>> = {},
    options: RefusalOptions = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'Refusal';
    this.errors = options.errors ?? [];
    this.retryAfter = options.retryAfter;
  }
}
