import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { baseCopiesIn, makeBaseCopy } from './base-copy';
import { sizeOfArchive, trimArchive } from './log-archive';

const COPIES = 2;
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

export interface History {
  /** Running; after a restart its address may be another. */
  readonly server: { readonly superuserUrl: string; readonly data: string };
  readonly baseCopies: string;
  readonly logArchive: string;
  /** How large the archived log may become. */
  readonly limitBytes: number;
}

/**
 * Copies the database's files when the last copy is a day old, or earlier when half the room for the log is used up: the
 * log of the last two copies then fits. Older copies go, with the log before them.
 */
export async function renewHistory(history: History, signal?: AbortSignal): Promise<void> {
  const { baseCopies, logArchive, limitBytes } = history;
  mkdirSync(baseCopies, { recursive: true, mode: 0o700 });
  const last = (await baseCopiesIn(baseCopies)).at(-1);
  const isFresh = last && Date.now() - Date.parse(last.finishedAt) < DAY;
  const isFull = last && (await sizeOfArchive(logArchive, last.firstLogFile)) > limitBytes / COPIES;
  if (!isFresh || isFull) await makeBaseCopy(history.server, baseCopies, signal);
  await trimHistory(history, COPIES);
  if ((await sizeOfArchive(logArchive)) > limitBytes) await trimHistory(history, 1);
}

async function trimHistory({ baseCopies, logArchive }: History, kept: number): Promise<void> {
  const copies = await baseCopiesIn(baseCopies);
  for (const { folder } of copies.slice(0, -kept)) await rm(folder, { recursive: true, force: true });
  const oldest = copies.slice(-kept)[0];
  if (oldest) await trimArchive(logArchive, oldest.firstLogFile);
}

/** Looks after the history now and every hour. @param onFailure is told why it did not succeed; the office works on. */
export function keepHistory(history: History, onFailure: (error: Error) => void): { end(): Promise<void> } {
  const ending = new AbortController();
  let running = Promise.resolve();
  const renew = () => {
    running = renewHistory(history, ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) onFailure(error as Error);
    });
  };
  renew();
  const timer = setInterval(renew, HOUR);
  return {
    end: async () => {
      clearInterval(timer);
      ending.abort();
      await running;
    },
  };
}
