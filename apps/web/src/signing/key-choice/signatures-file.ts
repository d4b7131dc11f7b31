/** What a token signs of one of several letters. */
export interface LetterPreparedForToken {
  readonly id: string;
  readonly number: string;
  readonly toSign: string;
  readonly digest: string;
  readonly at: string;
}

/** What it has made of it. */
export interface MadeOfLetter {
  readonly id: string;
  readonly signature: string;
  readonly at: string;
}

const HEAD = ['# SHA-256', 'DER (base64)', 'letter'];
const DIGEST = /^[\da-f]{64}$/i;

/** One line for each letter: the digest that is signed, the bytes that it is of, and its number. */
export const fileToSign = (prepared: readonly LetterPreparedForToken[]): string =>
  [HEAD, ...prepared.map(({ digest, toSign, number }) => [digest, toSign, number])]
    .map((line) => `${line.join('\t')}\r\n`)
    .join('');

/** The same with a signature (base64) in the second place of each line. What is not there is not made; other lines say nothing. */
export function signaturesIn(file: string, prepared: readonly LetterPreparedForToken[]): MadeOfLetter[] {
  const lines = file.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const signatures = new Map(lines.map(([digest = '', signature = '']) => [digest.toLowerCase(), signature]));
  return prepared.flatMap(({ id, digest, toSign, at }) => {
    const signature = DIGEST.test(digest) ? signatures.get(digest) : undefined;
    return signature === undefined || signature === '' || signature === toSign ? [] : [{ id, signature, at }];
  });
}
