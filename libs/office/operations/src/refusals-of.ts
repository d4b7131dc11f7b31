import {
  FILE_LIFE,
  type FileMoveRow,
  FILE_STATES,
  type FileState,
  type OfficeOperation,
  type OperationId,
  OPERATIONS,
  type RefusalCode,
} from '@patravali/contract';
/** The input does not fit, or the office, its database or its disk cannot serve anybody now. */
const OF_EACH: readonly RefusalCode[] = [
  'invalid-input',
  'malformed-request',
  'being-changed',
  'database-unavailable',
  'office-busy',
  'office-closing',
  'storage-full',
];

/**
 * All codes with which an operation may refuse: those that its entry declares, and those that follow from what else it says
 * of access, input, limits and the move in the life of a file.
 */
export function refusalsOf(id: OperationId): readonly RefusalCode[] {
  const entry: OfficeOperation = OPERATIONS[id];
  return [...OF_EACH, ...ofAccess(entry), ...ofInput(entry), ...ofMove(entry), ...(entry.refuses ?? []).flat()];
}

function ofAccess({ access, confirmed, method, onLeave, perMinute }: OfficeOperation): RefusalCode[] {
  const codes: RefusalCode[] = [];
  if (access !== 'public') codes.push('not-signed-in');
  if (access === undefined) codes.push('acting-post-needed', 'not-your-post');
  if (access === undefined && method !== 'GET') codes.push('not-allowed', 'not-for-assistants');
  if (access === undefined && method !== 'GET' && !onLeave) codes.push('on-leave');
  if (confirmed) codes.push('confirm-needed');
  if (access !== 'public' || perMinute !== undefined) codes.push('too-many-requests');
  return codes;
}

function ofInput({ access, ifMatch, method, path, upload }: OfficeOperation): RefusalCode[] {
  const codes: RefusalCode[] = [];
  if (path.includes(':')) codes.push('not-found');
  if (ifMatch) codes.push('changed-meanwhile');
  if (ifMatch && path.includes(':fileId')) codes.push('file-moved');
  if (ifMatch === 'required') codes.push('version-needed');
  if (method !== 'GET') codes.push('cross-site-request', 'outcome-unknown');
  if (method !== 'GET' && access !== 'public') codes.push('idempotency-key-reused');
  if (method !== 'GET' && !upload) codes.push('not-json', 'request-too-large');
  return codes;
}

/** A file that is set aside has a way back to its desk, which the refusal names. */
const SET_ASIDE: Readonly<Partial<Record<FileState, RefusalCode>>> = {
  parked: 'file-parked',
  in_call_book: 'file-in-call-book',
  attached: 'file-attached',
};

/** What the life of a file refuses: in the states from which the move does not lead, and while a note is up for correction. */
function ofMove({ move }: OfficeOperation): RefusalCode[] {
  if (!move) return [];
  const { from, waitsForCorrection }: FileMoveRow = FILE_LIFE[move];
  const wayBack = from.includes('on_desk') ? SET_ASIDE : {};
  const codes = FILE_STATES.filter((state) => !from.includes(state)).map(
    (state) => wayBack[state] ?? 'illegal-file-move',
  );
  if (waitsForCorrection) codes.push(move === 'pull_up' ? 'correction-under-way' : 'note-up-for-correction');
  if (move === 'return_correction') codes.push('no-correction');
  return [...new Set(codes)];
}
