import type { z } from 'zod';
import type { FieldError } from './refusal';

type Issue = z.core.$ZodIssue;
type Code = Pick<FieldError, 'detail' | 'params'>;

/** The contract's own rules bear their codes as messages. */
const OWN_CODE = /^[a-z]+(-[a-z]+)*$/;
const FORMATS: Readonly<Record<string, string>> = {
  date: 'no-day',
  datetime: 'no-time',
  email: 'no-email',
  uuid: 'no-id',
};

/** Why something does not fit a schema, as one of the codes that have a sentence: the one place where the words of zod are left. */
export function fieldCodeOf(issue: Issue, value: unknown): Code {
  if (OWN_CODE.test(issue.message)) return { detail: issue.message };
  switch (issue.code) {
    case 'invalid_type':
      return { detail: isThere(value, issue.path) ? 'wrong-kind' : 'missing' };
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return { detail: FORMATS[issue.format] ?? 'unfit' };
    case 'invalid_value':
      return isThere(value, issue.path)
        ? { detail: 'not-offered', params: { values: issue.values } }
        : { detail: 'missing' };
    case 'invalid_union':
      return { detail: isThere(value, issue.path) ? 'not-one-of-these' : 'missing' };
    default:
      return { detail: 'unfit' };
  }
}

function tooSmall({ minimum, origin }: Extract<Issue, { code: 'too_small' }>): Code {
  const min = Number(minimum);
  if (origin === 'string') return min > 1 ? { detail: 'shorter-than', params: { min } } : { detail: 'missing' };
  return { detail: isCounted(origin) ? 'fewer-than' : 'less-than', params: { min } };
}

function tooBig({ maximum, origin }: Extract<Issue, { code: 'too_big' }>): Code {
  const max = Number(maximum);
  if (origin === 'string') return { detail: 'longer-than', params: { max } };
  return { detail: isCounted(origin) ? 'more-than' : 'greater-than', params: { max } };
}

const isCounted = (origin: string): boolean => origin === 'array' || origin === 'set' || origin === 'map';

/** Whether anything came at this place. */
function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (within, key) => (typeof within === 'object' && within !== null ? Reflect.get(within, key) : undefined),
    value,
  );
  return found !== undefined && found !== null;
}
