/** A part of the page did not come: a newer version has taken its place on the server, or the line is down. */
export class MissingPart extends Error {
  constructor(cause: unknown) {
    super('a part of the page is missing', { cause });
    this.name = 'MissingPart';
  }
}

/** What loads a part of the page when it is needed: `lazyImport(() => import('./DeskPage'))`. It rejects with MissingPart. */
export function lazyImport<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  return () =>
    load().catch((cause: unknown) => {
      throw new MissingPart(cause);
    });
}
