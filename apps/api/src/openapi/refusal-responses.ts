import { type OperationId, type RefusalKind, REFUSALS } from '@patravali/contract';
import { PASSING, refusalsOf } from '@patravali/operations';
import type { oas32, ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { STATUS_OF } from '../problem/status-of';

const MEDIA = 'application/problem+json';
/** What nobody foresaw is no refusal, and has a code too. */
const FAILED = 'internal';
const PROBLEM = { $ref: '#/components/schemas/Problem' } as const;

/** What a status says before one reads the code. */
const MEANING: Readonly<Record<RefusalKind, string>> = {
  invalid: 'The request is understood and does not fit.',
  unauthenticated: 'Nobody is signed in, or not with these words.',
  forbidden: 'The person may not do this, or not from this post.',
  'not-found': 'It is not there, or the person may not see it.',
  conflict: 'The state of things does not allow it.',
  stale: 'It has changed since the person saw it.',
  'precondition-required': '`If-Match` is missing.',
  'too-large': 'The body is too large.',
  unsupported: 'The body is of another kind than the operation takes.',
  'too-many': 'Too much was asked for; `Retry-After` says when to ask again.',
  damaged: 'What is stored is missing or damaged, or the office has failed.',
  full: 'The disk of the office is full.',
  unavailable: 'The office cannot do it now; `Retry-After` says when to ask again.',
};

/** Seconds, where it is known when it is worth asking again. */
const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds after which it is worth asking again', schema: { type: 'integer' } },
} as const satisfies oas32.HeadersObject;

/** A response for each status with which an operation refuses or fails, whose schema names the codes. */
export function refusalResponses(id: OperationId): ZodOpenApiResponsesObject {
  const codesOf = new Map<RefusalKind, string[]>([['damaged', [FAILED]]]);
  for (const code of refusalsOf(id)) codesOf.set(REFUSALS[code], [...(codesOf.get(REFUSALS[code]) ?? []), code]);
  return Object.fromEntries([...codesOf].map(([kind, codes]) => [`${STATUS_OF[kind]}`, responseOf(kind, codes)]));
}

function responseOf(kind: RefusalKind, codes: readonly string[]): ZodOpenApiResponseObject {
  const named: oas32.SchemaObject = {
    type: 'object',
    required: ['code'],
    properties: { code: { type: 'string', enum: [...codes].sort() } },
  };
  return {
    description: MEANING[kind],
    ...(PASSING.includes(kind) ? { headers: RETRY_AFTER } : {}),
    content: { [MEDIA]: { schema: { allOf: [PROBLEM, named] } } },
  };
}
