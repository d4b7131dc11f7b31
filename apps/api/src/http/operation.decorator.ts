import { applyDecorators, HttpCode, RequestMapping, RequestMethod } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { type OperationId, OPERATIONS, Problem } from '@patravali/contract';
import type { z } from 'zod';

const METHODS = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  DELETE: RequestMethod.DELETE,
} as const;

export interface OperationAnswer {
  /** What it answers, in the contract's words. */
  readonly answer?: z.ZodType;
  /** Instead of JSON: `application/pdf`. */
  readonly media?: string;
  /** 201 for what makes something new, 204 for no answer; 200 unless said otherwise. */
  readonly status?: 200 | 201 | 204;
}

/**
 * Serves an operation of the contract: its method and path stand in `OPERATIONS` alone, and its answer and its
 * refusals are documented from the contract's schemas.
 */
export function Operation(id: OperationId, { answer, media, status = 200 }: OperationAnswer = {}): MethodDecorator {
  const { method, path } = OPERATIONS[id];
  const content = media ? { content: { [media]: { schema: { type: 'string', format: 'binary' } } } } : {};
  return applyDecorators(
    RequestMapping({ path, method: METHODS[method] }),
    HttpCode(status),
    ApiOperation({ operationId: id }),
    ApiResponse({ status, ...(answer ? { standardSchema: answer } : {}), ...content }),
    ApiResponse({ status: 'default', standardSchema: Problem }),
  );
}
