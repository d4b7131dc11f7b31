import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Witness } from './witness';

const NOT_FOUND = 404;
const NOT_ALLOWED = 405;

/** `GET /checkpoint`: the last checkpoint that it verified, with its signature. `GET /key`: by which that is known. */
export async function serveWitness(
  witness: Pick<Witness, 'note' | 'published'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Server> {
  const server = createServer(({ method, url }, response) => {
    const answer = url === '/checkpoint' ? witness.note : url === '/key' ? `${witness.published.text}\n` : null;
    const status = method !== 'GET' && method !== 'HEAD' ? NOT_ALLOWED : answer === null ? NOT_FOUND : undefined;
    response.setHeader('content-type', 'text/plain; charset=utf-8').setHeader('cache-control', 'no-store');
    if (status === undefined) response.end(answer);
    else response.writeHead(status).end();
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}
