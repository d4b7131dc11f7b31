import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComposeInput } from './compose-file';
import type { JobQueue } from './job-queue';
import { PressFailed } from './press-failed';
import { type FileFrame, type FileParts, stampedPages } from './typeset-file-parts';
import type { WholeFileData } from './whole-file-data';
import { WORDS } from './words';

interface Rooms {
  readonly setting: JobQueue;
  readonly composing: JobQueue;
  readonly timeoutMs: number;
}

/** So many letters may kill their process before the whole file is given up. */
const DEADLY_LETTERS = 3;

/**
 * Sets our own pages, then has the letters joined in a process of its own, because they come from strangers. A letter
 * that kills the process is left out of the next try, and a page stands in its place.
 */
export async function composeWholeFile(file: WholeFileData, rooms: Rooms): Promise<Uint8Array> {
  const frame = withoutLetters(file);
  const parts = (await rooms.setting.run('fileParts', frame, { timeoutMs: rooms.timeoutMs })) as FileParts;
  const folder = await mkdtemp(join(tmpdir(), 'patravali-file-'));
  try {
    const output = join(folder, 'whole.pdf');
    const input = {
      parts,
      language: file.language,
      title: `${WORDS[file.language].wholeFile.title} ${file.cover.fileNumber}`,
      letters: file.correspondence,
      stampedPages: stampedPages(frame),
      output,
    };
    await joinLetters(input, rooms);
    return await readFile(output);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function joinLetters(input: Omit<ComposeInput, 'leftOut'>, { composing, timeoutMs }: Rooms): Promise<void> {
  const leftOut: number[] = [];
  for (;;) {
    let serial = 0;
    const onProgress = (step: number) => (serial = step);
    try {
      await composing.run('compose', { ...input, leftOut } satisfies ComposeInput, { timeoutMs, onProgress });
      return;
    } catch (error) {
      const wasDeadly = error instanceof PressFailed && (error.reason === 'died' || error.reason === 'late');
      if (!wasDeadly || serial === 0 || leftOut.length === DEADLY_LETTERS) throw error;
      leftOut.push(serial);
    }
  }
}

/** The bytes of the letters stay out of the process that sets our pages. */
function withoutLetters(file: WholeFileData): FileFrame {
  const correspondence = file.correspondence.map(({ serial, firstPage, pageCount, title, date, signedOriginal }) => {
    return { serial, firstPage, pageCount, title, date, signedOriginal };
  });
  return { ...file, correspondence };
}
