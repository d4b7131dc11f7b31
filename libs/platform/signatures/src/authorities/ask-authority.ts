export interface AuthorityQuestion {
  readonly url: string;
  /** Sent by POST; null asks by GET. */
  readonly body: Uint8Array | null;
  readonly contentType: string;
  readonly accept: string;
}

export interface AnswerLimits {
  readonly bytes: number;
  /** For the whole answer. */
  readonly timeoutMs: number;
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
 * Asks an authority over HTTP. What it sends is bytes to whoever asks, not looked at here; more of them than allowed, or later, is no answer. Nobody
 * is followed elsewhere.
 * @throws NoAnswer
 */
export async function askAuthority(
  { url, body, contentType, accept }: AuthorityQuestion,
  { bytes, timeoutMs }: AnswerLimits,
): Promise<Uint8Array> {
  if (!/^https?:$/.test(protocolOf(url))) throw new NoAnswer(url, 'not asked over HTTP');
  try {
    const response = await fetch(url, {
      ...(body ? { method: 'POST', body: Uint8Array.from(body) } : { method: 'GET' }),
      headers: body ? { 'content-type': contentType, accept } : { accept },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await atMost(response, bytes);
  } catch (error) {
    throw new NoAnswer(url, error instanceof Error ? error.message : String(error), error);
  }
}

const protocolOf = (url: string): string => (URL.canParse(url) ? new URL(url).protocol : '');

async function atMost({ body }: Response, most: number): Promise<Uint8Array> {
  if (!body) return new Uint8Array(0);
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop ends the connection.
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    pieces.push(piece);
    size += piece.length;
    if (size > most) throw new Error(`more than ${most} bytes`);
  }
  return Buffer.concat(pieces);
}
