import type { Config } from '@patravali/config';
import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'patravali_session';

/**
 * Over HTTPS the name has the prefix of cookies that a browser takes from this very host alone, whole and over HTTPS: no
 * sister site and no plain HTTP can put another one in its place.
 */
export const sessionCookieName = ({ secure }: Pick<CookieRules, 'secure'>) => (secure ? `__Host-${NAME}` : NAME);

export interface CookieRules {
  /** Sent over HTTPS only. */
  readonly secure: boolean;
  /** Lifetime, in hours. */
  readonly hours: number;
}

export function cookieRulesOf({ secureCookies, sessionHours }: Config): CookieRules {
  return { secure: secureCookies, hours: sessionHours };
}

/** So many cookies of one name are looked at. */
const MOST_COOKIES = 3;

/**
 * The session's token: of a program from `Authorization: Bearer`, of a browser from its cookie. Over plain HTTP a neighbouring site can
 * put a cookie of the same name beside ours; which of them is a session shows when it is looked for.
 */
export function sessionTokens(
  { headers }: Pick<FastifyRequest, 'headers'>,
  rules: Pick<CookieRules, 'secure'>,
): readonly string[] {
  const bearer = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return [bearer];
  const begin = `${sessionCookieName(rules)}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const tokens = cookies.filter((cookie) => cookie.startsWith(begin)).map((cookie) => cookie.slice(begin.length));
  return [...new Set(tokens)].filter((token) => /^[\w-]+$/.test(token)).slice(0, MOST_COOKIES);
}

/** The same token serves a program as its bearer token. */
export function setSessionCookie(reply: FastifyReply, token: string, rules: CookieRules): void {
  void reply.header('set-cookie', cookie(token, Math.round(rules.hours * 3600), rules));
}

export function clearSessionCookie(reply: FastifyReply, rules: CookieRules): void {
  void reply.header('set-cookie', cookie('', 0, rules));
}

/** A token is base64url, which needs no escaping. */
function cookie(value: string, seconds: number, rules: CookieRules): string {
  return `${sessionCookieName(rules)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${rules.secure ? '; Secure' : ''}`;
}
