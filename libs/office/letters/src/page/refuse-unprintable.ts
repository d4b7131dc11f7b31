import { Refusal } from '@patravali/errors';
import { unprintableIn } from '@patravali/typesetting';

const MOST_NAMED = 20;

/** A letter never goes out with a sign in the place of what somebody wrote. @throws Refusal `characters-not-printable`. */
export function refuseUnprintable(letter: object): void {
  const codes = unprintableIn(letter);
  if (codes.length > 0) throw new Refusal('characters-not-printable', { characters: listOf(codes) });
}

/** `U+1F600, U+4E2D`; of very many the first. */
export function listOf(codes: readonly string[]): string {
  const named = [...codes].sort().slice(0, MOST_NAMED).join(', ');
  return codes.length > MOST_NAMED ? `${named} …` : named;
}
