import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { isPage } from './is-page';
import { notFoundPage } from './not-found-page';

/** The built page, dist/web: beside the built server, and below the root for a server that runs from its sources. */
const PAGE = ['../../../../web', '../../../../dist/web']
  .map((path) => join(__dirname, path))
  .find((path) => existsSync(join(path, 'index.html')));
const NOT_FOUND = 404;
const A_YEAR_SECONDS = 31_536_000;

/** What the page may load: its own scripts, PDFium's WebAssembly, pictures it has drawn itself. Nothing from elsewhere. */
const CONTENT_SECURITY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'", 'data:'],
    imgSrc: ["'self'", 'blob:', 'data:'],
    connectSrc: ["'self'", 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    frameSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
};

/**
 * Serves the page, compressed beforehand, with the security headers. Every address that is a page of the browser's router
 * answers index.html; an address that nobody knows answers 404 and a page that says so.
 */
export async function servePage(fastify: FastifyInstance, { overHttps }: { overHttps: boolean }): Promise<void> {
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: CONTENT_SECURITY,
    strictTransportSecurity: overHttps ? { maxAge: A_YEAR_SECONDS } : false,
    crossOriginEmbedderPolicy: false,
  });
  if (!PAGE) return;
  await fastify.register(fastifyStatic, {
    root: join(PAGE, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isAsset = path.includes('/assets/');
      reply.header('cache-control', isAsset ? `public, max-age=${A_YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  const notFound = notFoundPage();
  fastify.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (path.startsWith('/api/')) reply.callNotFound();
    else if (isPage(path)) void reply.sendFile('index.html', PAGE);
    else
      void reply.status(NOT_FOUND).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(notFound);
  });
}
