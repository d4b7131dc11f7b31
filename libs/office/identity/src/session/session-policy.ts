/** What the configuration says about sessions. A class, so that it can be injected by its type. */
export class SessionPolicy {
  constructor(
    /** How long a session lasts at most, in hours. */
    readonly hours: number,
    /** Whether the demo is on; when it is off, demo people and their sessions are void. */
    readonly demo: boolean,
    /** After how many minutes without use a session ends. */
    readonly idleMinutes: number,
    /** How many sessions a person has at most. */
    readonly most: number,
  ) {}
}
