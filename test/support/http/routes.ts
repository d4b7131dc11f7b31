import type { FastifyInstance } from 'fastify';

export interface Route {
  readonly method: string;
  /** `/api/v1/files/:fileId`. */
  readonly path: string;
}

const LINE = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/;

/** Every route of the server, as its router itself prints them. */
export function routesOf(fastify: FastifyInstance): Route[] {
  const above: string[] = [];
  return fastify
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', part = '', methods = ''] = LINE.exec(line) ?? [];
      const depth = indent.length / 4;
      above.length = depth;
      above.push(part);
      return methods
        .split(', ')
        .filter(Boolean)
        .map((method) => ({ method, path: above.join('') }));
    });
}
