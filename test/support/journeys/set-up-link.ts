import type { RunningOffice } from '../processes/running-office';

const PRINTED_WITHIN_MS = 60_000;
const LINK = /http:\/\/127\.0\.0\.1:\d+(\/set-up#[\w-]+)/;

/** The path of the link by which the office is set up; the launcher prints it after its address. */
export async function setUpLink(office: RunningOffice): Promise<string> {
  const start = Date.now();
  for (;;) {
    const path = LINK.exec(office.output)?.[1];
    if (path !== undefined) return path;
    if (Date.now() - start > PRINTED_WITHIN_MS) throw new Error(`It printed no link:\n${office.output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
