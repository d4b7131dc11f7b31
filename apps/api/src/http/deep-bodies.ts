import type { FastifyInstance } from 'fastify';

/** Deeper than anything that an operation takes. */
const DEEPEST = 64;

/** Refuses JSON in which lists lie in lists without end: whatever reads a body goes down level by level, and falls where its stack ends. */
export function refuseDeepBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(isDeep(request.body) ? Object.assign(new Error('The body is too deep'), { statusCode: 400 }) : undefined);
  });
}

function isDeep(body: unknown): boolean {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.filter(isParsed).flatMap((each): unknown[] => Object.values(each));
  }
  return false;
}

/** A list or an object of JSON; an upload is a stream. */
function isParsed(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
