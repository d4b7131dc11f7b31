const ANSWERS_WITHIN_MS = 4_000;

/** Whether a server of the office on this machine answers. Whether it can work as well is told by `/health/ready`. */
export async function isLive(port: number): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    return (await fetch(`http://127.0.0.1:${String(port)}/health/live`, { signal })).ok;
  } catch {
    return false;
  }
}
