import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StandIn {
  readonly url: string;
  /** With its port. */
  readonly host: string;
  close(): Promise<void>;
}

export interface StandInRequest {
  readonly path: string;
  readonly body: Buffer;
}

/** What it answers: bytes, or a status; `null` never answers. */
export type Answering = (request: StandInRequest) => Uint8Array | number | null;

/** An authority on this machine that answers over HTTP. */
export async function standIn(answering: Answering): Promise<StandIn> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const answer = answering({ path: request.url ?? '', body: Buffer.concat(pieces) });
      if (typeof answer === 'number') response.writeHead(answer, { location: '/elsewhere' }).end();
      else if (answer) response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return { url: `http://${host}`, host, close: () => closed(server) };
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
