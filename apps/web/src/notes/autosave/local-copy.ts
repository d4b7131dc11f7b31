export interface KeptText<T> {
  content: T;
  /** Of the server's text that it was written over; null when there was none. */
  version: number | null;
}

/** What has been typed and is not yet on the server, kept in this browser under one key. */
export class LocalCopy<T> {
  constructor(
    private readonly key: string,
    private readonly storage: Storage = window.localStorage,
  ) {}

  /** A full or forbidden storage must not stop the typing: the server's copy follows within a second. */
  keep(text: KeptText<T>): void {
    try {
      this.storage.setItem(this.key, JSON.stringify(text));
    } catch {
      this.drop();
    }
  }

  read(): KeptText<T> | null {
    try {
      const kept = this.storage.getItem(this.key);
      return kept === null ? null : (JSON.parse(kept) as KeptText<T>);
    } catch {
      return null;
    }
  }

  drop(): void {
    try {
      this.storage.removeItem(this.key);
    } catch {
      // A forbidden storage holds nothing to drop.
    }
  }
}
