import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILED_CODE } from '../parts/compiled-code';
import { END_WITH_LAUNCHER, endChild } from '../processes/end-child';
import { LauncherRefusal } from '../parts/sentences';
import { ASKS_FOR_LINK, type PreparationMessage } from './messages';

const PROGRAM = join(__dirname, '..', 'prepare-database.js');
/** What is being done when it is told to stop may come to its end. */
const GRACE_MS = 10_000;

/**
 * Migrates the database and seeds the demo in a child process, so that the memory this takes is free again before the office
 * starts.
 */
export class Preparation {
  private readonly child: ChildProcess;
  /** @throws LauncherRefusal */
  readonly done: Promise<void>;

  /** @param listen to what it tells; without it nobody waits for the link by which an office is set up. */
  constructor(environment: NodeJS.ProcessEnv, listen?: (message: PreparationMessage) => void) {
    const words = listen ? [PROGRAM, ASKS_FOR_LINK] : [PROGRAM];
    this.child = spawn(process.execPath, ['--require', END_WITH_LAUNCHER, ...words], {
      env: { ...environment, ...COMPILED_CODE },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // Ctrl-C on a terminal reaches the launcher alone, which tells its parts one after the other.
      detached: true,
    });
    this.child.on('message', (message) => listen?.(message as PreparationMessage));
    this.done = this.ended();
  }

  /** What it has done so far stays, and the next start goes on from there. */
  async stop(): Promise<void> {
    this.child.removeAllListeners('message');
    await endChild(this.child, GRACE_MS);
  }

  private async ended(): Promise<void> {
    const [code, signal] = (await once(this.child, 'exit')) as [number | null, NodeJS.Signals | null];
    if (signal !== null) throw new LauncherRefusal('databasePreparationEnded', { signal });
    if (code !== 0) throw new LauncherRefusal('databasePreparationFailed');
  }
}

/** For the commands, which have nothing to show. */
export const prepareDatabase = (environment: NodeJS.ProcessEnv): Promise<void> => new Preparation(environment).done;
