import { once } from 'node:events';
import { join } from 'node:path';
import type { LauncherConfig } from '@patravali/config';
import type { MessageParams } from '@patravali/language';
import { ApiProcess } from './api-process';
import { EmbeddedDatabase, environmentFor, externalDatabase, type OfficeDatabase } from './database/office-database';
import { historyFolders } from './history/history-folder';
import { keepHistory } from './history/keep-history';
import { CrashBook, type CrashedPart } from './parts/crash-book';
import type { DataFolder } from './parts/data-folder';
import { becomesFree } from './parts/free-port';
import { LauncherRefusal, type SentenceCode } from './parts/sentences';
import { KeptPreparation } from './preparation/kept-preparation';
import { Preparation } from './preparation/run-preparation';
import type { SeedingProgress } from './demo/seeding/seeding';
import type { Death } from './processes/kept-process';
import { endOrphans, untilGone } from './processes/orphans';
import { ProcessNote } from './processes/process-note';
import { WorkerProcess } from './worker-process';

/** Where the system does not tell what runs, an earlier server that lost its launcher has ended by itself by then. */
const ENDS_BY_ITSELF_WITHIN_MS = 20_000;

/** Tells the person at the terminal what happens. */
export interface Teller {
  print(code: SentenceCode, parameters?: MessageParams): void;
  showSeeding(progress: SeedingProgress): void;
}

/** An office of this machine from the taking of its folder to the giving back: it opens part by part, and closes in reverse order. */
export class Opening {
  /** Where the office is set up, while there is none. */
  setUpLink: string | null = null;
  private readonly undo: (() => Promise<void> | void)[] = [];
  private readonly crashes: CrashBook;
  private readonly notes: Readonly<Record<'launcher' | 'server' | 'worker', ProcessNote>>;

  /** @param closing is heard in each phase: whatever is being done then is given up. */
  constructor(
    private readonly config: LauncherConfig,
    private readonly folder: DataFolder,
    private readonly closing: AbortSignal,
    private readonly teller: Teller,
  ) {
    const note = (name: string) => new ProcessNote(folder.at(name));
    this.notes = { launcher: note('launcher.pid'), server: note('api.pid'), worker: note('worker.pid') };
    this.crashes = new CrashBook(folder.at('crashes.jsonl'));
  }

  /** The address at which people reach it from this machine. */
  get url(): string {
    return `http://${reachable(this.config.host)}:${this.config.port}`;
  }

  get log(): string {
    return this.folder.at(join('logs', 'api.log'));
  }

  /** @throws LauncherRefusal when it cannot be opened, and the reason of `closing` when that came first. */
  async open(): Promise<void> {
    await this.takeFolder();
    await this.endWhatIsLeft();
    const servers: ApiProcess[] = [];
    const database = this.databaseOf(() => servers.forEach((server) => server.excuse()));
    await this.unlessClosing(this.refuseTakenPort());
    if (!this.config.databaseUrl) this.teller.print('startingDatabase');
    await this.unlessClosing(database.start());
    this.folder.noteRunning({ databaseUrl: database.url, port: this.config.port });
    this.undo.push(() => this.folder.forgetRunning());
    const environment = environmentFor(this.config, database.url);
    const server = this.serverOf(environment);
    servers.push(server);
    const preparation = this.preparationOf(environment, database);
    server.start(preparation.done);
    await this.unlessClosing(preparation.done);
    this.startWorker(environment);
    await server.ready(this.closing);
    this.keepHistoryOf(database);
  }

  /** Ends what was opened. */
  async close(): Promise<void> {
    for (const step of this.undo.reverse()) await step();
  }

  /** @throws LauncherRefusal `alreadyRunning`. One that was just killed still holds the folder for a moment. */
  private async takeFolder(): Promise<void> {
    const { launcher } = this.notes;
    while (!this.folder.take()) {
      if (!launcher.isOfOneThatEnds()) throw new LauncherRefusal('alreadyRunning', { folder: this.folder.path });
      await untilGone(launcher, this.closing);
    }
    this.undo.push(() => this.folder.release());
    launcher.write(process.pid);
    this.undo.push(() => launcher.remove());
  }

  /** An earlier launcher was killed, or the machine went down with it. */
  private async endWhatIsLeft(): Promise<void> {
    if (this.folder.notedRunning()) this.crashes.note('launcher', 'killed');
    this.folder.forgetRunning();
    await endOrphans(this.folder.path, [this.notes.server, this.notes.worker], this.closing);
  }

  private databaseOf(excuse: () => void): OfficeDatabase {
    if (this.config.databaseUrl) return externalDatabase(this.config.databaseUrl);
    const database = new EmbeddedDatabase(this.folder, this.config, () => {
      this.teller.print('databaseDied');
      this.crashes.note('database', 'died');
      excuse();
    });
    this.undo.push(() => database.stop());
    return database;
  }

  /** Whatever of ours held it has ended: who holds it now is a stranger. */
  private async refuseTakenPort(): Promise<void> {
    const { port, host } = this.config;
    const mayBeOurs = process.platform !== 'linux' && this.notes.server.isThere();
    if (await becomesFree(port, host, mayBeOurs ? ENDS_BY_ITSELF_WITHIN_MS : 0)) return;
    throw new LauncherRefusal('portTaken', { port: String(port) });
  }

  private serverOf(environment: NodeJS.ProcessEnv): ApiProcess {
    const server = new ApiProcess({
      environment,
      log: this.log,
      pidFile: this.folder.at('api.pid'),
      url: this.url,
      onDeath: (death) => this.died('server', 'apiDied', death),
      onHang: () => this.teller.print('apiHung'),
      onUnready: () => this.teller.print('apiNotReadyYet', { log: this.log }),
    });
    this.undo.push(() => server.stop());
    return server;
  }

  private preparationOf(environment: NodeJS.ProcessEnv, database: OfficeDatabase): KeptPreparation {
    const begin = (): Preparation => {
      this.teller.print('preparingDatabase');
      return new Preparation(environment, (message) => {
        if ('seeding' in message) this.teller.showSeeding(message.seeding);
        else this.setUpLink = message.setUpLink;
      });
    };
    const preparation = new KeptPreparation(begin, () => database.deaths);
    this.undo.push(() => preparation.stop());
    return preparation;
  }

  /** Where jobs are left to a worker, and nobody but us can reach the database. */
  private startWorker(environment: NodeJS.ProcessEnv): void {
    if (this.config.jobsInProcess || this.config.databaseUrl) return;
    const worker = new WorkerProcess({
      environment,
      log: this.folder.at(join('logs', 'worker.log')),
      pidFile: this.folder.at('worker.pid'),
      onDeath: (death) => this.died('worker', 'workerDied', death),
      onHang: () => this.teller.print('workerHung'),
    });
    this.undo.push(() => worker.stop());
    worker.start();
  }

  /** The history of an embedded database, if one is to be kept. */
  private keepHistoryOf({ server }: OfficeDatabase): void {
    const { historyBytes: limitBytes } = this.config;
    if (!server || limitBytes === 0) return;
    const history = keepHistory({ server, ...historyFolders(this.folder.path), limitBytes }, ({ message }) =>
      this.teller.print('historyFailed', { reason: message }),
    );
    this.undo.push(() => history.end());
  }

  private died(part: CrashedPart, code: SentenceCode, { how }: Death): void {
    this.teller.print(code);
    this.crashes.note(part, how);
  }

  private async unlessClosing(work: Promise<void>): Promise<void> {
    await Promise.race([work, aborted(this.closing)]);
  }
}

async function aborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

/** The host for a URL: a wildcard address is reached through loopback. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
