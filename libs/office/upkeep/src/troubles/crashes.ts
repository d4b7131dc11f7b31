import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Crash } from '@patravali/contract';

const TOLD_FOR_DAYS = 30;
const MS_PER_DAY = 86_400_000;

/** Where the launcher of a machine notes what has crashed. */
export const crashFileIn = (dataFolder: string): string => join(dataFolder, 'crashes.jsonl');

/** What has crashed on this machine in the last month, the latest first. None where no launcher looks after the office. */
export async function recentCrashes(dataFolder: string, now = Date.now()): Promise<Crash[]> {
  const text = await readFile(crashFileIn(dataFolder), 'utf8').catch(() => '');
  return text
    .split('\n')
    .flatMap(crashIn)
    .filter(({ at }) => now - Date.parse(at) < TOLD_FOR_DAYS * MS_PER_DAY)
    .toReversed();
}

/** A line that was not written whole tells nothing. */
function crashIn(line: string): Crash[] {
  try {
    const { success, data } = Crash.safeParse(JSON.parse(line));
    return success ? [data] : [];
  } catch {
    return [];
  }
}
