import { cpSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client as Database } from 'pg';
import { factOf, processesOf, type RunningOffice } from '../support/processes/running-office';
import type { SmallDisk } from '../support/processes/small-disk';

/** How long a store or a disk refuses everything. */
const REFUSING_MS = 1_500;
const LOOKED_FOR_MS = 10_000;

/** What may break while an office works, and how a test breaks it. */
export interface Fault {
  readonly name: string;
  /** Resolves when what was broken works again, or is the launcher's business. */
  strike(broken: Broken): Promise<void> | void;
}

export interface Broken {
  readonly office: RunningOffice;
  readonly disk: SmallDisk | null;
  /** Starts the office anew at the same address, after everything of it was killed. */
  readonly startAgain: () => Promise<void>;
  readonly withDatabase: <T>(work: (database: Database) => Promise<T>) => Promise<T>;
}

const kill = (processId: number): boolean => process.kill(processId, 'SIGKILL');

export const FAULTS: readonly Fault[] = [
  { name: 'the api is killed', strike: killTheApi },
  { name: 'the database is killed', strike: killTheDatabase },
  { name: 'a child that reads or makes PDFs is killed', strike: killAChild },
  { name: 'connections die, some of them while they commit', strike: cutConnections },
  { name: 'the store fails', strike: loseTheStore },
  { name: 'everything is killed at once', strike: killEverything },
  { name: 'the disk is full', strike: fillTheDisk },
];

function killTheApi({ office }: Broken): void {
  kill(office.apiProcess());
}

function killTheDatabase({ office }: Broken): void {
  kill(office.databaseProcess());
}

async function killAChild({ office }: Broken): Promise<void> {
  const api = office.apiProcess();
  const giveUpAt = Date.now() + LOOKED_FOR_MS;
  let child: string | undefined;
  while (child === undefined) {
    if (Date.now() > giveUpAt) throw new Error('The api has no children');
    await sleep(20);
    child = readdirSync('/proc').find((id) => /^\d+$/.test(id) && parentOf(id) === api);
  }
  kill(Number(child));
}

/** The fourth word of /proc/…/stat; the second, the program's name, may hold spaces and stands in brackets. */
function parentOf(processId: string): number {
  const [, parent] = factOf(processId, 'stat').split(') ')[1]?.split(' ') ?? [];
  return Number(parent);
}

/** Whatever a connection is about: its statement, or the COMMIT, of which nobody then knows whether it was done. */
async function cutConnections({ withDatabase }: Broken): Promise<void> {
  await withDatabase(async (database) => {
    for (let times = 0; times < 40; times++) {
      await database.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' AND (query LIKE 'COMMIT%' OR state = 'active')`,
      );
      await sleep(10);
    }
  });
}

/** In the place of its folder stands a file: every call fails. */
async function loseTheStore({ office }: Broken): Promise<void> {
  const objects = join(office.dataFolder, 'objects');
  const away = `${objects}-away`;
  renameSync(objects, away);
  keepWhatCameBetween(objects, away, () => writeFileSync(objects, ''));
  await sleep(REFUSING_MS);
  renameSync(objects, `${objects}-gone`);
  keepWhatCameBetween(objects, away, () => renameSync(away, objects));
  await rm(`${objects}-gone`);
}

/** Between two moves of the store an upload may make a new folder in its place: what it stored belongs to the store. */
function keepWhatCameBetween(objects: string, away: string, move: () => void): void {
  try {
    move();
  } catch (error) {
    if (!['EISDIR', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    cpSync(objects, away, { recursive: true });
    rmSync(objects, { recursive: true });
    keepWhatCameBetween(objects, away, move);
  }
}

async function killEverything({ office, startAgain }: Broken): Promise<void> {
  for (const each of processesOf(office.dataFolder)) {
    try {
      kill(Number(each.split(' ')[0]));
    } catch {
      // It ended with another that was killed before it.
    }
  }
  await startAgain();
}

async function fillTheDisk({ disk }: Broken): Promise<void> {
  if (!disk) return;
  await disk.fill();
  await sleep(REFUSING_MS);
  await disk.empty();
}
