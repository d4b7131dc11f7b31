import { type AnswerLimits, askOverHttp, type Outgoing } from '@patravali/outgoing';

export interface AuthorityQuestion {
  readonly url: string;
  /** Sent by POST; null asks by GET. */
  readonly body: Uint8Array | null;
  readonly contentType: string;
  readonly accept: string;
}

/** Why an authority gave no answer: for the log. */
export class NoAnswer extends Error {
  constructor(
    readonly url: string,
    why: string,
    cause?: unknown,
  ) {
    super(`${url} gave no answer: ${why}`, { cause });
    this.name = 'NoAnswer';
  }
}

/**
 * Asks an authority over HTTP. What it sends is bytes to whoever asks, not looked at here.
 * @throws NoAnswer
 */
export async function askAuthority(
  outgoing: Outgoing,
  { url, body, contentType, accept }: AuthorityQuestion,
  limits: AnswerLimits,
): Promise<Uint8Array> {
  if (!URL.canParse(url)) throw new NoAnswer(url, 'no address');
  const question = body
    ? { url, body, headers: { 'content-type': contentType, accept } }
    : { url, headers: { accept } };
  try {
    return await askOverHttp(outgoing, question, limits);
  } catch (error) {
    throw new NoAnswer(url, error instanceof Error ? error.message : String(error), error);
  }
}
