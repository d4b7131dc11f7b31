import type { Actor } from '@patravali/authorization';
import {
  FILE_LIFE,
  type FileMoveRow,
  type FileState,
  type OfficeOperation,
  type OperationId,
  OPERATIONS,
} from '@patravali/contract';
import type { Doing, Step } from '../http/repetition';

type Entry = OfficeOperation & Required<Pick<OfficeOperation, 'move'>>;

/**
 * What can be done with any file on a desk by who holds it, with nothing made ready: a move for whose body the contract has
 * an example, or which takes none and refuses nothing by a rule of its own.
 */
function isPlain(entry: OfficeOperation): entry is Entry {
  const { move, path, body, example, refuses } = entry;
  const ofOneFile = /^\/files\/:fileId\/[^:]+$/.test(path);
  return move !== undefined && ofOneFile && (body ? example !== undefined : refuses === undefined);
}

/** The officer does every plain act with the file on his desk, in the order of the contract; in the end it lies there again. */
export async function plainActs(file: string, officer: Actor, go: Doing): Promise<void> {
  const entries: (readonly [OperationId, OfficeOperation])[] = Object.entries(OPERATIONS) as [
    OperationId,
    OfficeOperation,
  ][];
  let state: FileState = 'on_desk';
  let version = 0;
  for (const [does, entry] of entries) {
    if (!isPlain(entry)) continue;
    const { from, to }: FileMoveRow = FILE_LIFE[entry.move];
    if (!from.includes(state)) throw new Error(`${does} needs a step of its own: by then the file is ${state}`);
    const answer = await go(officer, stepOf(does, entry, { file, version }), anotherBody(entry));
    version = Number(answer.version);
    state = to ?? state;
  }
  if (state !== 'on_desk') throw new Error(`The plain acts leave the file ${state}`);
}

function stepOf(does: OperationId, entry: Entry, { file, version }: { file: string; version: number }): Step {
  return {
    does,
    method: entry.method.toLowerCase() as Step['method'],
    path: entry.path.replace(':fileId', file),
    ...(entry.example && { body: entry.example }),
    ...(entry.ifMatch === 'required' && { ifMatch: `"${version}"` }),
  };
}

/** A body that fits as well: one of its texts is longer. */
function anotherBody({ body, example = {} }: Entry): object {
  const others = Object.entries(example).map(([name, text]) => ({ ...example, [name]: `${String(text)} 2` }));
  return others.find((other) => body?.safeParse(other).success) ?? {};
}
