import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@patravali/errors';
import type { FastifyRequest } from 'fastify';

/** The version that the person was looking at, from `If-Match: "7"`; undefined when the header is absent or `*`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  return versionOf(context.switchToHttp().getRequest<FastifyRequest>());
});

/** The same, for what may not be changed blindly: absent is refused (428). */
export const NeededIfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const version = versionOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (version === undefined) throw new Refusal('version-needed');
  return version;
});

function versionOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1];
  if (version === undefined) throw new Refusal('changed-meanwhile');
  return Number(version);
}
