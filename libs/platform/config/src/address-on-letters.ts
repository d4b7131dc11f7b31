import type { Config } from './config';

/** Names of the machine itself: for whoever has the letter they lead to another machine, or to none. */
const THIS_MACHINE = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The public address as letters bear it, for good. None while it only names this machine; a demo office may print it, since its
 * letters are specimens that are looked at here.
 */
export function addressOnLetters({ publicUrl, demo }: Pick<Config, 'publicUrl' | 'demo'>): string | null {
  return demo || !THIS_MACHINE.test(new URL(publicUrl).hostname) ? publicUrl : null;
}
