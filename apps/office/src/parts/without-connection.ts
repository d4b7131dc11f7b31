/** SQLSTATE classes and network errors that mean "no connection": not a fault of this program. */
const NO_CONNECTION = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08...|28...|3D000|57P..|53300)$/;
/** What the driver says when a connection did not come about in time, or was cut. */
const CUT = /timeout exceeded when trying to connect|Connection terminated|connection fell silent|timeout expired/i;

/** Whether the database could not be reached, or answered too late. */
export function withoutConnection(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as { code?: string };
  return NO_CONNECTION.test(code) || CUT.test(error.message);
}
