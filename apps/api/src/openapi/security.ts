import type { OperationEntry } from '@patravali/contract';
import type { oas32 } from 'zod-openapi';
import { type CookieRules, sessionCookieName } from '../session/session-cookie';

/** How a request shows whose session it is of. Signing in puts the token into a cookie; a program may send it either way. */
export function securitySchemes(cookie: Pick<CookieRules, 'secure'>) {
  return {
    cookie: {
      type: 'apiKey',
      in: 'cookie',
      name: sessionCookieName(cookie),
      description: 'The token of a session, as signing in sets it in `Set-Cookie`.',
    },
    bearer: { type: 'http', scheme: 'bearer', description: 'The same token, from a program.' },
  } as const satisfies Record<string, oas32.SecuritySchemeObject>;
}

/** Either of the schemes; none for what is public. */
export function securityOf({ access }: OperationEntry): oas32.SecurityRequirementObject[] {
  return access === 'public' ? [] : [{ cookie: [] }, { bearer: [] }];
}
