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

/** The session's token: of a program from `Authorization: Bearer`, of a browser from its cookie. */
export function sessionToken(
  { headers }: Pick<FastifyRequest, 'headers'>,
  rules: Pick<CookieRules, 'secure'>,
): string | undefined {
  const bearer = /^Bearer ([\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
  return bearer ?? new RegExp(`(?:^|;\\s*)${sessionCookieName(rules)}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
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
