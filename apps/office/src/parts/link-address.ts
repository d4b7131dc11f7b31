import type { Config } from '@patravali/config';
import { PAGE_PATHS } from '@patravali/contract';

/** The address of a one-time link. The token follows the #, so that it reaches no server and no log. */
export function signInAddress({ publicUrl }: Config, token: string): string {
  return `${publicUrl}${PAGE_PATHS.link}#${token}`;
}

/** The same for the link by which the office is set up. */
export function setUpAddress({ publicUrl }: Config, token: string): string {
  return `${publicUrl}${PAGE_PATHS.setUp}#${token}`;
}
