/** Where a request comes from, for the list of sessions and the record of security events. */
export interface Visitor {
  /** The network address. */
  readonly address: string;
  /** What the browser or program calls itself. */
  readonly device?: string | undefined;
}
