import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderSource } from '../src/log/log-source';
import { type LogQuestion, verifyLog } from '../src/log/verify-log';
import { Wrong } from '../src/primitives/wrong';
import type { LogKey } from './a-log';
import { keyOf } from './key-of';

/** An empty folder for each test, and what the verifier says of the log that is written into it. */
export function useLogFolder(key: LogKey) {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'log-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const ask = (question: Partial<LogQuestion> = {}) =>
    verifyLog(folderSource(folder), { key: keyOf(key), witnesses: [], withEntries: true, ...question });

  /** Its code with its particulars; what was answered where nothing is wrong. */
  async function whatIsWrong(question: Partial<LogQuestion> = {}): Promise<unknown> {
    const wrong: unknown = await ask(question).catch((error: unknown) => error);
    return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
  }

  return { folder: () => folder, ask, whatIsWrong };
}
