/** For how long nobody is asked again whether it is still he. */
export const CONFIRMATION_HOLDS_MINUTES = 10;

/** That the person behind a `session` has confirmed himself so lately. */
export const CONFIRMED_SESSION = `COALESCE(
  session.confirmed_at > clock_timestamp() - INTERVAL '${CONFIRMATION_HOLDS_MINUTES} minutes', false)`;
