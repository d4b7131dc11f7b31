import type { Language } from '@patravali/contract';
import type { FastifyRequest } from 'fastify';

/** Of a page without JavaScript: what its link said (`?lang=en`), else what the browser asks for. */
export function pageLanguageOf(request: Pick<FastifyRequest, 'headers' | 'query'>): Language {
  const { lang } = request.query as { readonly lang?: unknown };
  return lang === 'hi' || lang === 'en' ? lang : languageOf(request);
}

/** The language of messages and PDFs: the first of Hindi and English that `Accept-Language` asks for; Hindi is the office's. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'hi' || code === 'en');
  return wanted === 'en' ? 'en' : 'hi';
}
