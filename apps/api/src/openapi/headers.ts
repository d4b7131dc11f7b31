import type { OperationEntry } from '@patravali/contract';
import type { oas32 } from 'zod-openapi';

const text = { type: 'string' } as const;
const KEY = '^[\\x21-\\x7e]{1,200}$';
const VERSION = '^(\\*|(W/)?"?\\d{1,9}"?)$';

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  description: 'The version that the person saw. If there is a later one by now, nothing is done.',
  schema: { type: 'string', pattern: VERSION },
  example: '"7"',
} as const;

/** The headers that a request may bear, each described once. */
export const HEADERS = {
  ActingPost: {
    name: 'X-Acting-Post',
    in: 'header',
    description: 'The id of the post from which the person acts. It may be left out by whoever holds one post alone.',
    schema: { type: 'string', format: 'uuid' },
  },
  Unattended: {
    name: 'X-Unattended',
    in: 'header',
    description: 'Of any value: a program asks by itself, so that the request does not count as use of the session.',
    schema: text,
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'Hindi (`hi`) or English (`en`), for refusals and PDFs; Hindi unless English is asked for first.',
    schema: text,
    example: 'en',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'A new one for each act. The same request under the same key is done once and answered again.',
    schema: { type: 'string', pattern: KEY },
  },
  Version: IF_MATCH,
  VersionNeeded: { ...IF_MATCH, required: true },
} as const satisfies Record<string, oas32.ParameterObject>;

/** Those that an operation reads. */
export function headersOf({ access, ifMatch, method, unattended }: OperationEntry): oas32.ReferenceObject[] {
  const read: (keyof typeof HEADERS)[] = [];
  if (access === undefined) read.push('ActingPost');
  if (ifMatch) read.push(ifMatch === 'required' ? 'VersionNeeded' : 'Version');
  if (method !== 'GET' && access !== 'public') read.push('IdempotencyKey');
  if (access !== 'public' && !unattended) read.push('Unattended');
  read.push('AcceptLanguage');
  return read.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}
