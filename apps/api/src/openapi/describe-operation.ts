import { type OperationEntry, type OperationId, OPERATIONS } from '@patravali/contract';
import type { ZodType } from 'zod';
import type {
  ZodObjectInput,
  ZodOpenApiOperationObject,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponseObject,
} from 'zod-openapi';
import { headersOf } from './headers';
import { pathParameters } from './path-parameters';
import { refusalResponses } from './refusal-responses';
import { securityOf } from './security';
import { tagOf } from './tags';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;
const ETAG = { version: 'The version, for `If-Match`', hash: 'The hash of the bytes, for `If-None-Match`' } as const;
const DONE = { 200: 'Done', 201: 'Made', 204: 'Done; the answer is empty' } as const;

/** An operation's part of the description of the API, from its entry in the contract. */
export function describeOperation(id: OperationId): ZodOpenApiOperationObject {
  const entry: OperationEntry = OPERATIONS[id];
  const { body, description, example, path, query, status = 200, summary, upload } = entry;
  return {
    operationId: id,
    summary,
    ...(description ? { description } : {}),
    tags: [tagOf(id)],
    security: securityOf(entry),
    requestParams: { path: pathParameters(path), ...(query ? { query: query as ZodObjectInput } : {}) },
    parameters: headersOf(entry),
    ...(body ? { requestBody: bodyOf(body, example) } : {}),
    ...(upload ? { requestBody: { required: true, content: { [upload]: BYTES } } } : {}),
    responses: { [status]: success(entry, DONE[status]), ...refusalResponses(id) },
  };
}

function bodyOf(schema: ZodType, example?: object): ZodOpenApiRequestBodyObject {
  return { required: true, content: { 'application/json': { schema, ...(example ? { example } : {}) } } };
}

function success({ answer, etag, media }: OperationEntry, description: string): ZodOpenApiResponseObject {
  return {
    description,
    ...(etag ? { headers: { ETag: { description: ETAG[etag], schema: { type: 'string' } } } } : {}),
    ...(answer ? { content: { 'application/json': { schema: answer } } } : {}),
    ...(media ? { content: { [media]: BYTES } } : {}),
  };
}
