import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runFolder } from '../database/cluster';
import { openOffice } from '../processes/running-office';

const MADE_WITHIN_MS = 300_000;
const LOOK_AGAIN_MS = 100;

/**
 * The data folder of a demo office that nobody has worked in, the caller's own. Seeding it is the long part of a first
 * start: it is done once a run, and each journey works on a copy.
 */
export async function demoOfficeData(): Promise<string> {
  const made = await demoOfficeOfTheRun();
  const copy = join(mkdtempSync(join(runFolder(), 'office-')), 'data');
  // With its owners: the database belongs to an account of its own when the office is started as root.
  await promisify(execFile)('cp', ['-a', made, copy]);
  return copy;
}

/** Creating a folder is atomic, also between Jest's workers: whoever makes it seeds; after a failure the next one does. */
async function demoOfficeOfTheRun(): Promise<string> {
  const [made, making] = [join(runFolder(), 'demo-office'), join(runFolder(), 'demo-office.making')];
  for (const start = Date.now(); !existsSync(made);) {
    if (Date.now() - start > MADE_WITHIN_MS) throw new Error('the demo office was not made in time');
    try {
      mkdirSync(making);
    } catch {
      await sleep(LOOK_AGAIN_MS);
      continue;
    }
    try {
      if (!existsSync(made)) await make(made);
    } finally {
      rmdirSync(making);
    }
  }
  return made;
}

async function make(made: string): Promise<void> {
  const { office } = await openOffice();
  await office.stop();
  renameSync(office.dataFolder, made);
}
