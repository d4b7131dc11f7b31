import { brotliCompress, constants, gzip, type InputType } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** In characters. What is shorter travels in a packet or two either way. */
const WORTH_COMPRESSING = 4096;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/;

type Encoding = 'br' | 'gzip';
type Done = (error: Error | null, compressed: Buffer) => void;

/** Quick rather than small: a page of a list shrinks to an eighth in the time of one short statement. */
const COMPRESS: Readonly<Record<Encoding, (text: InputType, done: Done) => void>> = {
  br: (text, done) => brotliCompress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }, done),
  gzip: (text, done) => gzip(text, { level: 1 }, done),
};

/**
 * Compresses long answers in JSON for whoever takes them so. The length of what is compressed may tell of what is in it: so no
 * answer holds a secret; session tokens travel in headers.
 */
export function compressAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length < WORTH_COMPRESSING || !isJson(reply)) {
      done(null, payload);
      return;
    }
    void reply.header('vary', 'accept-encoding');
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '');
    if (!encoding) {
      done(null, payload);
      return;
    }
    void reply.header('content-encoding', encoding).removeHeader('content-length');
    COMPRESS[encoding](payload, done);
  });
}

function isJson(reply: FastifyReply): boolean {
  return JSON_TYPE.test(String(reply.getHeader('content-type')));
}

function encodingFor(accepted: string): Encoding | undefined {
  return (['br', 'gzip'] as const).find((encoding) =>
    new RegExp(`(^|[\\s,])${encoding}\\s*(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))(;|,|$)`, 'i').test(accepted),
  );
}
