import type { z } from 'zod';
import { fieldCodeOf } from './field-code';
import { type FieldError, Refusal } from './refusal';

/**
 * Input that does not fit its schema, each issue at the place it is about.
 * @param value what came.
 */
export function invalidInput(issues: readonly z.core.$ZodIssue[], value: unknown): Refusal {
  return new Refusal('invalid-input', {}, { errors: issues.flatMap((issue) => fieldErrors(issue, value)) });
}

/** One error for each issue; for names that the schema does not know, one at each of them. */
function fieldErrors(issue: z.core.$ZodIssue, value: unknown): FieldError[] {
  if (issue.code !== 'unrecognized_keys') return [{ pointer: toPointer(issue.path), ...fieldCodeOf(issue, value) }];
  return issue.keys.map((key) => ({ pointer: toPointer([...issue.path, key]), detail: 'unknown-field' }));
}

/** A JSON pointer (RFC 6901) as a URI fragment, in which `~` and `/` inside a key are escaped. */
function toPointer(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}
