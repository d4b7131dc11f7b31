import type { DocumentView } from '@patravali/contract';
import { actingPostId } from './session/acting-post';
import { signInAgain } from './session/sign-in-again';
import { addressOf, commonHeaders, isProblem } from './call';
import { ProblemError, Unreachable } from './problem-error';
import { answered, keyOfAct, saysWhatBecame } from './pending-idempotency-keys';

/** What is sent: a PDF as it is, or the pictures of the pages in their order, of which the office makes one. */
interface Sent {
  readonly operation: 'uploadDocument' | 'uploadPictures';
  readonly files: readonly File[];
}

/**
 * Stores a PDF, or pictures as one; when the session has ended, asks the person to sign in over the page and sends it again.
 * @param onProgress share of the bytes that have left, 0 to 1
 * @param toDiarise its text is wanted at once
 * @throws {ProblemError} when it is refused, {@link Unreachable} when no answer came, AbortError when it was stopped.
 */
export async function uploadDocument(
  files: readonly File[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
  toDiarise = false,
): Promise<DocumentView> {
  const operation = await operationFor(files);
  const each = files.map(({ name, size, lastModified }) => [name, size, lastModified]);
  const act = JSON.stringify([operation, actingPostId(), each]);
  const key = keyOfAct(act);
  const attempt = () => send({ operation, files }, { key, toDiarise }, onProgress, signal);
  try {
    const document = await attempt().catch(async (error: unknown) => {
      const ended = error instanceof ProblemError && error.problem.status === 401;
      if (!ended || !(await signInAgain())) throw error;
      return await attempt();
    });
    answered(act);
    return document;
  } catch (error) {
    if (saysWhatBecame(error)) answered(act);
    throw error;
  }
}

/** By its name or its kind; a picture goes with others, or has the bytes of one. */
export const isPdf = ({ name, type }: File): boolean => type === 'application/pdf' || /\.pdf$/i.test(name);

/** What is called a picture may be a PDF: its first bytes say so. */
async function operationFor([file, ...others]: readonly File[]): Promise<Sent['operation']> {
  if (!file || others.length > 0) return 'uploadPictures';
  const begins = await file
    .slice(0, 5)
    .text()
    .catch(() => '');
  return isPdf(file) || begins === '%PDF-' ? 'uploadDocument' : 'uploadPictures';
}

/** By XMLHttpRequest, because fetch tells nothing about the bytes that have left. */
function send(
  { operation, files }: Sent,
  { key, toDiarise }: { key: string; toDiarise: boolean },
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<DocumentView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Unreachable('upload'));
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300) resolve(answer as DocumentView);
      else reject(isProblem(answer) ? new ProblemError(answer) : new Unreachable(request.status));
    };
    const wanted = toDiarise ? '&toDiarise=true' : '';
    request.open('POST', `${addressOf(operation, {})}?fileName=${encodeURIComponent(nameOf(files))}${wanted}`);
    for (const [name, value] of Object.entries(commonHeaders())) request.setRequestHeader(name, value);
    // Of a form the browser says what divides it.
    if (operation === 'uploadDocument') request.setRequestHeader('Content-Type', 'application/pdf');
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.send(operation === 'uploadDocument' ? files[0] : formOf(files));
  });
}

/** A PDF is called like the first of its pictures. */
export const nameOf = ([first]: readonly File[]): string =>
  (first?.name ?? '').normalize('NFC').replace(/\.(jpe?g|png)$/i, '.pdf');

function formOf(pictures: readonly File[]): FormData {
  const form = new FormData();
  for (const picture of pictures) form.append('picture', picture, picture.name.normalize('NFC'));
  return form;
}
