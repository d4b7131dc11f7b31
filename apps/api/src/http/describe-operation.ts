import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type OperationEntry, Problem } from '@patravali/contract';
import type { z } from 'zod';
import { isId, parameterNames } from './path-parameters';

const BYTES = { schema: { type: 'string', format: 'binary' } } as const;

/** An operation's part of the description of the API, from its entry in the contract. */
export function describeOperation(id: string, entry: OperationEntry): MethodDecorator[] {
  const { path, body, query, answer, media, upload, status = 200 } = entry;
  return [
    ApiOperation({ operationId: id }),
    ApiTags(tagOf(path)),
    ...parameterNames(path).map((name) => ApiParam({ name, type: isId(name) ? String : Number })),
    ...(query ? [ApiQuery(described(query))] : []),
    ...(body ? [ApiBody(described(body))] : []),
    ...(upload ? [ApiConsumes(upload), ApiBody(BYTES)] : []),
    ApiResponse({
      status,
      ...(answer ? { standardSchema: answer } : {}),
      ...(media ? { content: { [media]: BYTES } } : {}),
    }),
    ApiResponse({ status: 'default', standardSchema: Problem }),
  ];
}

/** Operations are grouped by what their path begins with: `files`, `desk`. */
function tagOf(path: string): string {
  return /[\w-]+/.exec(path)?.[0] ?? '';
}

/** Nest reads the schema of a body and of a query like that of a response, but its types do not say so. */
function described(standardSchema: z.ZodType): { required: boolean } {
  const options = { required: true, standardSchema };
  return options;
}
