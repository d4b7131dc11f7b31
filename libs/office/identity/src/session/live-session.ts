/** That a `session` has neither come to its end nor been without use for so many minutes. */
export const liveSession = (idleMinutes: string): string =>
  `session.expires_at > clock_timestamp()
   AND session.last_used_at > clock_timestamp() - make_interval(secs => 60 * ${idleMinutes}::float8)`;

/** While the demo is off its people and their sessions are void: a condition on `session`, `person` and `office`. */
export const ofTheDemo = (isOn: string): string =>
  `(NOT (session.demo OR person.demo) OR (${isOn} AND person.demo AND office.demo))`;
