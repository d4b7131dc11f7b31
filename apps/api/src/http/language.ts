import type { Language } from '@patravali/contract';
import type { FastifyRequest } from 'fastify';

/** The language of messages and PDFs: the first of Hindi and English that `Accept-Language` asks for; Hindi is the office's. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'hi' || code === 'en');
  return wanted === 'en' ? 'en' : 'hi';
}
