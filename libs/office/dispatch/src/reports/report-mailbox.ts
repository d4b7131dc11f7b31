import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** `done`: it has been entered; `later`: it comes before what it reports of is known; `foreign`: it is no report of a mail of ours. */
export type Entered = 'done' | 'later' | 'foreign';

/** Where mail servers send what they report of the office's mails. */
export interface ReportMailbox {
  /** Gives each mail that has not been read; only one that comes later is given again. */
  readEach(enter: (mail: string) => Promise<Entered>): Promise<void>;
  /** Whether it can be read; nothing of it is. @throws when it cannot. */
  open(): Promise<void>;
}

export const REPORT_MAILBOX = Symbol('REPORT_MAILBOX');

/** An office that has no such mailbox. */
export const NO_MAILBOX: ReportMailbox = { readEach: () => Promise.resolve(), open: () => Promise.resolve() };

/** A folder of mails, one `.eml` a message: a demo office keeps its mail so. What was looked at goes into the folder `read`. */
export class FolderMailbox implements ReportMailbox {
  constructor(private readonly folder: string) {}

  async open(): Promise<void> {
    await mkdir(join(this.folder, 'read'), { recursive: true, mode: 0o700 });
  }

  async readEach(enter: (mail: string) => Promise<Entered>): Promise<void> {
    const read = join(this.folder, 'read');
    await this.open();
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.eml')).sort();
    for (const name of names) {
      const path = join(this.folder, name);
      if ((await enter(await readFile(path, 'utf8'))) !== 'later') await rename(path, join(read, name));
    }
  }
}
