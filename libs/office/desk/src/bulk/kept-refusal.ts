import type { RefusalKind } from '@patravali/contract';
import type { Refusal, RefusalCode } from '@patravali/errors';
import { kindOf } from '@patravali/operations';

/** A refusal as it is kept: by its code, which every reader reads in his own language. */
export type KeptRefusal = Pick<Refusal, 'code' | 'params' | 'errors'>;

export const keptRefusal = ({ code, params, errors }: Refusal): KeptRefusal => ({ code, params, errors });

const OF_THE_OFFICE: readonly RefusalKind[] = ['unavailable', 'full'];
const OF_THE_KEY: RefusalCode = 'idempotency-key-reused';

/** It says nothing of this one: the next would be told the same. */
export const isOfTheRequest = (refusal: Refusal): boolean =>
  OF_THE_OFFICE.includes(kindOf(refusal)) || refusal.code === OF_THE_KEY;
