import { execFile } from 'node:child_process';
import { LAUNCHER } from './running-office';

export interface CommandEnd {
  readonly code: number;
  readonly output: string;
}

/** `npm run office -- …` with the demo off, unless the environment says otherwise. */
export function officeCommand(
  dataFolder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  return new Promise((resolve) => {
    const own = { NODE_ENV: '', LANG: 'en', PATRAVALI_DATA: dataFolder, PATRAVALI_DEMO: 'off' };
    const env = { ...process.env, ...own, ...environment };
    const child = execFile(process.execPath, [LAUNCHER, ...words], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 1, output: stdout + stderr }),
    );
  });
}
