/** That a `session` has neither come to its end nor been without use for so many minutes. */
export const liveSession = (idleMinutes: string): string =>
  `session.expires_at > clock_timestamp()
   AND session.last_used_at > clock_timestamp() - make_interval(secs => 60 * ${idleMinutes}::float8)`;
