import { createHash, randomUUID } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import fastify from 'fastify';

/**
 * The least that a server can do with an upload: streams it into a file, hashes it on the way, flushes, names it by its hash.
 * It looks at nothing. `node bench/run.cjs arms/bare-upload.ts <port> <folder>`
 */
const [port = '', folder = ''] = process.argv.slice(3);
const server = fastify({ bodyLimit: 2 ** 30 });
server.addContentTypeParser('application/pdf', (_request, payload, done) => done(null, payload));
server.post('/', async ({ body }) => {
  const hash = createHash('sha256');
  const place = join(folder, randomUUID());
  const file = await open(place, 'wx', 0o600);
  for await (const chunk of body as Readable) {
    hash.update(chunk as Buffer);
    await file.writeFile(chunk as Buffer);
  }
  await file.sync();
  await file.close();
  const sha256 = hash.digest('hex');
  await rename(place, join(folder, sha256));
  return { sha256 };
});
void server.listen({ port: Number(port), host: '127.0.0.1' }).then(() => console.log('ready'));
