import { type Language, onlyLanguage } from '@patravali/contract';
import type { FastifyRequest } from 'fastify';
import type { SignedInRequest } from './signed-in-request';

/** Of a page without JavaScript: what its link said (`?lang=en`), else what the browser asks for. */
export function pageLanguageOf(request: Pick<FastifyRequest, 'headers' | 'query'>): Language {
  const { lang } = request.query as { readonly lang?: unknown };
  return lang === 'hi' || lang === 'en' ? lang : languageOf(request);
}

/**
 * The language of messages and PDFs: that of an office that keeps one alone, else the first of Hindi and English that
 * `Accept-Language` asks for, or Hindi.
 */
export function languageOf(request: Pick<SignedInRequest, 'headers' | 'signedIn'>): Language {
  const only = onlyLanguage(request.signedIn?.session.organisation.keptLanguages);
  if (only !== null) return only;
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'hi' || code === 'en');
  return wanted === 'en' ? 'en' : 'hi';
}
