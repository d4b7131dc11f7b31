import { composeWholeFile } from './compose-whole-file';
import { JobQueue } from './job-queue';
import type { LetterData } from './letter-data';
import type { NoteSheetData } from './note-sheet-data';
import type { RegisterData } from './register-data';
import type { SignInput } from './sign-pdf';
import type { SignatureAppearance, SigningKey } from './signing-key';
import type { WholeFileData } from './whole-file-data';

/** Makes the office's PDFs outside the API's process. Every method rejects with `PressFailed`, and only its own job fails. */
export interface Press {
  /** An unsigned letter or memorandum, tagged PDF/A-2a. */
  letter(letter: LetterData): Promise<Uint8Array>;
  noteSheet(sheet: NoteSheetData): Promise<Uint8Array>;
  /** A diary or dispatch register as a landscape table. */
  register(register: RegisterData): Promise<Uint8Array>;
  /** Cover, note sheet, contents and every page of the correspondence in one PDF. */
  wholeFile(file: WholeFileData): Promise<Uint8Array>;
  /** Signs a PDF of ours; the bytes before stay as they are. */
  sign(pdf: Uint8Array, key: SigningKey, appearance: SignatureAppearance): Promise<Uint8Array>;
  /** Ends the processes; jobs in work or waiting fail. */
  close(): Promise<void>;
}

export interface PressOptions {
  /** After how long without a job the setting process ends and gives its memory back. */
  readonly idleMs?: number;
  /** How many jobs may wait. */
  readonly capacity?: number;
  /** How long one job may take; of a whole file, each of its letters. */
  readonly timeoutMs?: number;
}

const SETTING = { memoryKb: 4_000_000, heapMb: 1024 };
/** Of the address space Node reserves more than a gigabyte before it does anything. The rest holds a file of half a gigabyte. */
const COMPOSING = { memoryKb: 3_000_000, heapMb: 768, cpuSeconds: 90 };

/** Costs nothing until the first job comes. */
export function startPress({ idleMs = 60_000, capacity = 64, timeoutMs = 30_000 }: PressOptions = {}): Press {
  const setting = new JobQueue({ entry: 'press-child', ...SETTING, idleMs, capacity });
  const composing = new JobQueue({ entry: 'compose-child', ...COMPOSING, idleMs: 0, capacity });
  const set = async (kind: string, input: unknown) => (await setting.run(kind, input, { timeoutMs })) as Uint8Array;
  return {
    letter: (letter) => set('letter', letter),
    noteSheet: (sheet) => set('noteSheet', sheet),
    register: (register) => set('register', register),
    wholeFile: (file) => composeWholeFile(file, { setting, composing, timeoutMs }),
    sign: (pdf, key, appearance) => set('sign', { pdf, key, appearance } satisfies SignInput),
    close: async () => {
      await Promise.all([setting.close(), composing.close()]);
    },
  };
}
