import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, in a session of its own so that Ctrl-C does not reach it.
 * @param stop ends it before.
 */
export function run(
  program: string,
  args: readonly string[],
  stop?: AbortSignal,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: serverEnvironment(),
      ...(stop ? { signal: stop } : {}),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** PostgreSQL reads PGDATA, PGPORT and the locale from the environment; none of the user's is passed on. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMP } = process.env;
  return Object.fromEntries(Object.entries({ PATH, SystemRoot, TEMP, TMP }).filter(([, value]) => value !== undefined));
}
