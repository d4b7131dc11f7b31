import { type FieldError, Refusal } from '@patravali/errors';
import type { StandardSchemaV1 } from '@standard-schema/spec';

/** Input that does not fit its schema, each issue at the place it is about. */
export function invalidInput(issues: readonly StandardSchemaV1.Issue[]): Refusal {
  const errors = issues.map(({ path = [], message }): FieldError => ({ pointer: toPointer(path), detail: message }));
  return new Refusal('invalid-input', {}, { errors });
}

/** A JSON pointer (RFC 6901) as a URI fragment, in which `~` and `/` inside a key are escaped. */
function toPointer(path: NonNullable<StandardSchemaV1.Issue['path']>): string {
  const keys = path.map((segment) => String(typeof segment === 'object' ? segment.key : segment));
  return ['#', ...keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}
