import type { DocumentView } from '@patravali/contract';
import { actingPostId } from './session/acting-post';
import { signInAgain } from './session/sign-in-again';
import { addressOf, commonHeaders, isProblem } from './call';
import { ProblemError, Unreachable } from './problem-error';
import { answered, keyOfAct, saysWhatBecame } from './pending-idempotency-keys';

/**
 * Stores one PDF; when the session has ended, asks the person to sign in over the page and sends it again.
 * @param onProgress share of the bytes that have left, 0 to 1
 * @param toDiarise its text is wanted at once
 * @throws {ProblemError} when it is refused, {@link Unreachable} when no answer came, AbortError when it was stopped.
 */
export async function uploadDocument(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
  toDiarise = false,
): Promise<DocumentView> {
  const act = JSON.stringify(['uploadDocument', actingPostId(), file.name, file.size, file.lastModified]);
  const key = keyOfAct(act);
  const attempt = () => send(file, { key, toDiarise }, onProgress, signal);
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

/** By XMLHttpRequest, because fetch tells nothing about the bytes that have left. */
function send(
  file: File,
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
    const address = addressOf('uploadDocument', {});
    const wanted = toDiarise ? '&toDiarise=true' : '';
    request.open('POST', `${address}?fileName=${encodeURIComponent(file.name.normalize('NFC'))}${wanted}`);
    for (const [name, value] of Object.entries(commonHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('Content-Type', 'application/pdf');
    request.setRequestHeader('Idempotency-Key', key);
    request.responseType = 'json';
    request.send(file);
  });
}
