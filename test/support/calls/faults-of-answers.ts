/** What only the inside of the office knows: statements, stacks, names of the database and of the folders of this machine. */
const INSIDE =
  /node_modules|\bat (async )?\w[\w.]* \(|(SELECT|INSERT INTO|UPDATE|DELETE FROM|VALUES) |\bpg_|QueryFailed|syntax error|violates|relation "|constraint "|\.(ts|js):\d/;

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What is wrong with an answer whatever was asked; null if nothing is. */
export function faultOf({ status, type, text }: Answered, folders: readonly string[]): string | null {
  if (status >= 500) return `answers ${status}`;
  if (status >= 300 && status < 400 && status !== 304) return 'leads elsewhere';
  if (/pdf|zip|sheet|octet-stream/.test(type)) return null;
  const inside = INSIDE.exec(text)?.[0] ?? folders.find((folder) => text.includes(folder));
  if (inside !== undefined) return `tells of its inside: ${inside}`;
  if (status >= 400 && !type.startsWith('application/problem+json')) return `refuses by ${type || 'nothing'}`;
  return null;
}
