import { Injectable, type PipeTransform } from '@nestjs/common';
import type { OperationEntry } from '@patravali/contract';
import { invalidInput } from '@patravali/errors';
import { z } from 'zod';
import { readIfMatch } from './if-match';
import { readParameters } from './path-parameters';

/** What came with a request, and the entry of the contract that it has to fit. */
export interface InputGiven {
  readonly entry: OperationEntry;
  readonly params: Readonly<Record<string, string>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly ifMatch: string | undefined;
}

/** It, checked: what the operation does not have is undefined. */
export interface InputRead {
  readonly params: Readonly<Record<string, string | number>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly ifMatch: number | undefined;
}

/**
 * Makes the input of an operation from what came. What the contract does not know of is refused, so that nobody believes
 * that a misspelt filter or field had an effect.
 * @throws Refusal `not-found`, `version-needed`, `changed-meanwhile`, `invalid-input`.
 */
@Injectable()
export class OperationInputPipe implements PipeTransform<InputGiven, InputRead> {
  transform({ entry, params, query, body, ifMatch }: InputGiven): InputRead {
    return {
      params: readParameters(entry.path, params),
      ifMatch: readIfMatch(ifMatch, entry.ifMatch),
      query: fitting(entry.query ?? NOTHING, query),
      body: entry.upload ? undefined : fitting(entry.body ?? NOTHING, entry.body ? body : (body ?? {})),
    };
  }
}

/** What fits an operation that takes no query or no body: none, or an empty one. */
const NOTHING = z.strictObject({}).transform(() => undefined);

function fitting(schema: z.ZodType, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value);
  if (!success) throw invalidInput(error.issues, value);
  return data;
}
