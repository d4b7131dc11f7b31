/** What the configuration says about sessions. A class, so that it can be injected by its type. */
export class SessionPolicy {
  constructor(
    /** How long a session lasts, in hours. */
    readonly hours: number,
    /** Whether the demo is on; when it is off, demo people and their sessions are void. */
    readonly demo: boolean,
  ) {}
}
