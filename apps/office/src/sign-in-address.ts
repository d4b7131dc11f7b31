import type { Config } from '@patravali/config';

/** Where a one-time link leads. The token stands behind the #, so that no server or log ever sees it. */
export function signInAddress({ publicUrl }: Config, token: string): string {
  return `${publicUrl}/link#${token}`;
}
