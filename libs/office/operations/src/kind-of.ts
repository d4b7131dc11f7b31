import { type RefusalKind, REFUSALS } from '@patravali/contract';
import { Refusal, type RefusalCode } from '@patravali/errors';

export const kindOf = ({ code }: { readonly code: RefusalCode }): RefusalKind => REFUSALS[code];

/** Of what may go well when it is tried again. */
export const PASSING: readonly RefusalKind[] = ['unavailable', 'too-many', 'full'];

export const isPassing = (error: unknown): boolean => !(error instanceof Refusal) || PASSING.includes(kindOf(error));
