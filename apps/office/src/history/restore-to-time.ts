import { constants, existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFolder } from '../parts/data-folder';
import { embeddedPostgres, PostgresCluster } from '../postgres';
import { LauncherRefusal } from '../parts/sentences';
import { type BaseCopy, baseCopiesIn, dataOf } from './base-copy';
import { historyFolders } from './history-folder';

/**
 * Makes, in an empty data folder, the embedded database of another as it was at a moment, or at its end. The other office
 * is closed meanwhile, and only read.
 * @param time ISO 8601 with a zone; the end of the log without it.
 * @throws LauncherRefusal
 */
export async function restoreToTime(earlier: DataFolder, folder: DataFolder, time: string | undefined): Promise<void> {
  if (existsSync(folder.at('postgres'))) throw new LauncherRefusal('restoreNeedsEmpty');
  const { baseCopies, logArchive } = historyFolders(earlier.path);
  const copy = lastBefore(await baseCopiesIn(baseCopies), time);
  await copyFile(earlier.at('database-passwords.json'), folder.at('database-passwords.json'));
  const cluster = new PostgresCluster({
    folder: folder.at('postgres'),
    binaries: embeddedPostgres(),
    superuserPassword: folder.passwords().superuser,
    settings: {
      restore_command: copyCommand(logArchive),
      recovery_target_action: 'promote',
      // Its settings know no `Z`.
      ...(time ? { recovery_target_time: time.replace(/Z$/, '+00') } : {}),
      hot_standby: 'off',
    },
  });
  try {
    await cluster.adopt(async (data) => {
      await cp(dataOf(copy), data, { recursive: true });
      await writeFile(join(data, 'recovery.signal'), '');
      await copyUnarchived(earlier.at(join('postgres', '18', 'pg_wal')), logArchive, join(data, 'pg_wal'));
    });
    await cluster.start();
    await cluster.stop();
  } catch (error) {
    await cluster.stop();
    await rm(folder.at('postgres'), { recursive: true, force: true });
    throw error;
  }
}

function lastBefore(copies: readonly BaseCopy[], time: string | undefined): BaseCopy {
  const found = copies.findLast(({ finishedAt }) => !time || Date.parse(finishedAt) <= Date.parse(time));
  if (found) return found;
  throw new LauncherRefusal('noBaseCopyBefore', { first: copies[0]?.finishedAt ?? '–' });
}

function copyCommand(logArchive: string): string {
  return process.platform === 'win32' ? `copy "${logArchive}\\%f" "%p"` : `cp '${logArchive}/%f' "%p"`;
}

/** The last pieces of the log, which were not finished and so not archived when the office was closed. */
async function copyUnarchived(log: string, logArchive: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  if (!existsSync(log)) return;
  for (const name of await readdir(log)) {
    if (!/^[0-9A-F]{24}$/.test(name) || existsSync(join(logArchive, name))) continue;
    await copyFile(join(log, name), join(target, name), constants.COPYFILE_FICLONE);
  }
}
