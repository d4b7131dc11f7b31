import type { Config } from '@patravali/config';

/** The address of a one-time link. The token follows the #, so that it reaches no server and no log. */
export function signInAddress({ publicUrl }: Config, token: string): string {
  return `${publicUrl}/link#${token}`;
}
