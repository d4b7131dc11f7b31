const MOST_LINES = 12;
const ERRORS = ['error', 'fatal'];

/** Of what a process has logged, what made it end: its errors, and what was written past the log. Without any of them its last lines. */
export function causeIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.flatMap((line) => causeOf(line) ?? []);
  return (telling.length > 0 ? telling : lines).slice(-MOST_LINES).join('\n');
}

function causeOf(line: string): string | undefined {
  const logged = readLine(line);
  if (logged === undefined) return line;
  const { level, message, stack } = logged;
  if (!ERRORS.includes(level)) return undefined;
  // A stack begins with the message.
  return typeof stack === 'string' ? stack : typeof message === 'string' ? message : JSON.stringify(message);
}

interface Logged {
  readonly level: string;
  readonly message?: unknown;
  readonly stack?: unknown;
}

/** A line of the log; undefined for what is none. */
function readLine(line: string): Logged | undefined {
  try {
    const read = JSON.parse(line) as Partial<Logged> | null;
    return typeof read?.level === 'string' ? { ...read, level: read.level } : undefined;
  } catch {
    return undefined;
  }
}
