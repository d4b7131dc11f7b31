import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { PAGE_PATHS, VERIFIER_PATH } from '@patravali/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type CookieRules, sessionTokens } from '../session/session-cookie';
import { BUILT_PAGE } from './built-page';
import { contentSecurity, NOWHERE } from './content-security';
import { isPage } from './is-page';
import { notFoundPage } from './not-found-page';

const NOT_FOUND = 404;
const A_YEAR_SECONDS = 31_536_000;
const POLICY = 'content-security-policy';
const NONCE_BYTES = 16;
/** A worker obeys the policy that its own script came with. This one verifies bundles. */
const SILENT_WORKER = 'bundle.worker-';
/** These obey the policies of the page that loads them. Without their own, which none reads, each is a kilobyte lighter. */
const LOADED_BY_PAGES = /^(?!.*\.worker-).*\.(js|css|woff2)(\.br|\.gz)?$/;
/** What is said of pages alone, or of what is shown as one. */
const OF_PAGES = [
  POLICY,
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
/** What only programs ask for is missed in their form. */
const OF_PROGRAMS = /^\/(api|log)\//;
/** Stands in the built page where the nonce of its styles goes: `html.cspNonce` of its build. */
const STYLE_NONCE = 'NONCE-OF-THIS-ANSWER';
/** Stands there where the page is told whether the browser has a session. */
const SESSION = 'SESSION-OF-THIS-ANSWER';
/** A link on another site brings no cookie that is ours, whoever follows it; of an old browser nothing is known. */
const BRINGS_COOKIES: readonly unknown[] = ['none', 'same-origin', 'same-site'];

interface PageOptions {
  readonly overHttps: boolean;
  /** The eSign service, to which the browser takes a form. */
  readonly formsTo: string | undefined;
  readonly cookie: CookieRules;
}

/**
 * Serves the page, compressed beforehand, with the security headers. Every address that is a page of the browser's router
 * answers index.html; an address that nobody knows answers 404 and a page that says so.
 */
export async function servePage(fastify: FastifyInstance, { overHttps, formsTo, cookie }: PageOptions): Promise<void> {
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: overHttps ? { maxAge: A_YEAR_SECONDS } : false,
    crossOriginEmbedderPolicy: false,
  });
  const closed = contentSecurity();
  const silent = contentSecurity(undefined, undefined, NOWHERE);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header(POLICY, closed);
    done();
  });
  if (!BUILT_PAGE) return;
  await fastify.register(fastifyStatic, {
    root: join(BUILT_PAGE, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', `public, max-age=${A_YEAR_SECONDS}, immutable`);
      if (basename(path).startsWith(SILENT_WORKER)) void reply.header(POLICY, silent);
      else if (LOADED_BY_PAGES.test(basename(path))) for (const header of OF_PAGES) void reply.removeHeader(header);
    },
  });
  const verifier = join(BUILT_PAGE, 'verifier', basename(VERIFIER_PATH));
  fastify.get(VERIFIER_PATH, async (_request, reply) => {
    // To be kept and run, and not by the browser that asks for it.
    void reply.header('cache-control', 'no-cache').header('content-disposition', 'attachment');
    return reply.type('text/javascript; charset=utf-8').send(await readFile(verifier));
  });
  const index = indexOf(join(BUILT_PAGE, 'index.html'));
  const notFound = notFoundPage();
  fastify.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (OF_PROGRAMS.test(path)) reply.callNotFound();
    else if (isPage(path)) {
      // New for each answer, so never answered with 304: the browser would match an old page with a new nonce.
      const nonce = randomBytes(NONCE_BYTES).toString('base64url');
      const style = `'nonce-${nonce}'`;
      const isSilent = path.startsWith(PAGE_PATHS.verifyBundle);
      const policy = isSilent ? contentSecurity(style, undefined, NOWHERE) : contentSecurity(style, formsTo);
      const session = bringsNoSession(request, cookie) ? 'none' : 'unknown';
      void html(reply, policy).send(index().replaceAll(STYLE_NONCE, nonce).replace(SESSION, session));
    } else void html(reply, contentSecurity(notFound.ownStyle)).status(NOT_FOUND).send(notFound.html);
  });
}

/** Certainly: then the page need not ask who is signed in. */
function bringsNoSession(request: FastifyRequest, rules: CookieRules): boolean {
  return BRINGS_COOKIES.includes(request.headers['sec-fetch-site']) && sessionTokens(request, rules).length === 0;
}

/** Read for each page that is opened, since a new version may be built under a running server; meanwhile the last one stays. */
function indexOf(path: string): () => string {
  let last = readFileSync(path, 'utf8');
  return () => {
    if (existsSync(path)) last = readFileSync(path, 'utf8');
    return last;
  };
}

function html(reply: FastifyReply, policy: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').header(POLICY, policy).type('text/html; charset=utf-8');
}
