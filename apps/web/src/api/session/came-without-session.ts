/**
 * Whether this browser had no session when it asked for the page: the server says so in it, so that nobody who is not signed in
 * need be asked for. Later somebody may have signed in, in another tab too.
 */
export const cameWithoutSession = (): boolean =>
  document.querySelector<HTMLMetaElement>('meta[name="session"]')?.content === 'none';
