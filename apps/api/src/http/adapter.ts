import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Config } from '@patravali/config';
import { ESIGN_PATH, OPERATIONS, VERIFY_PATH } from '@patravali/contract';
import type { FastifyServerOptions } from 'fastify';

/** The largest JSON body; PDFs have a limit of their own. */
export const MAX_JSON_MIB = 2;
/** Of the eSign service: a signature and a certificate. */
const MAX_ANSWER_BYTES = 192 * 1024;
const REQUEST_ID = /^[\w-]{8,64}$/;
/** More than the head of a request may have: what is no id is refused as such, however long it is. */
const MAX_PARAMETER = 64 * 1024;

/** Where a file of a form is taken. */
const FORMS = [VERIFY_PATH, `/api/v1${OPERATIONS.uploadPictures.path}`];

type UnreadAddress = FastifyServerOptions['frameworkErrors'];

/** The HTTP server: small JSON bodies, and PDF bodies as a stream that nobody buffers; of forms the one that compares a letter, the pictures of one, and what the eSign service answers. */
export function httpAdapter({ trustedProxies }: Config, onUnreadAddress?: UnreadAddress): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: MAX_JSON_MIB * 1024 * 1024,
    genReqId: requestIdOf,
    requestIdHeader: false,
    // These say who is calling, in X-Forwarded-For; nobody else is believed.
    trustProxy: [...trustedProxies],
    forceCloseConnections: 'idle',
    // `refuseWhileClosing` says it in words, and when to come again.
    return503OnClosing: false,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: MAX_PARAMETER },
    ...(onUnreadAddress ? { frameworkErrors: onUnreadAddress } : {}),
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addContentTypeParser('application/pdf', (_request, payload, done) => done(null, payload));
  fastify.addContentTypeParser('multipart/form-data', (request, payload, done) => {
    done(FORMS.some((path) => takes(path, request)) ? null : unsupported(), payload);
  });
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_ANSWER_BYTES },
    (request, body, done) => done(takes(ESIGN_PATH, request) ? null : unsupported(), body),
  );
  return adapter;
}

const takes = (
  path: string,
  { routeOptions: { url } }: { readonly routeOptions: { readonly url?: string | undefined } },
): boolean => url?.startsWith(path) === true;

const unsupported = (): Error => Object.assign(new Error('No form is taken here'), { statusCode: 415 });

/** A proxy's id is taken over when it looks like one, so that its log and ours can be read together. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}
