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
    response.setHeader('content-type', 'text/plain; charset=utf-8').setHeader('cache-control', 'no-store');
    const answer = answerAt(witness, url);
    if (method !== 'GET' && method !== 'HEAD') response.writeHead(NOT_ALLOWED).end();
    else if (answer === null) response.writeHead(NOT_FOUND).end();
    else response.end(answer);
  });
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

function answerAt(
  { note, published }: Pick<Witness, 'note' | 'published'>,
  url: string | undefined,
): Buffer | string | null {
  if (url === '/checkpoint') return note;
  return url === '/key' ? `${published.text}\n` : null;
}
