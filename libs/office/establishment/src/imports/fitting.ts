import { invalidInput, Refusal } from '@patravali/errors';
import type { z } from 'zod';
import { type WordList, wordInBoth } from '../lists/words-of-lists';

/** What a line says, as the command takes it that is done by hand. @throws Refusal `invalid-input` */
export function fitting<Request>(schema: z.ZodType<Request>, said: unknown): Request {
  const { success, data, error } = schema.safeParse(said);
  if (!success) throw invalidInput(error.issues, said);
  return data;
}

/** The first line about somebody says what becomes of him. @throws Refusal `invalid-input` */
export function refuseTwice(seen: Set<string>, name: string, column: string): void {
  if (name !== '' && seen.has(name)) {
    throw new Refusal('invalid-input', {}, { errors: [{ pointer: `#/${column}`, detail: 'named-twice' }] });
  }
  seen.add(name);
}

/** What is written there is none of these. */
export function notOffered(column: string, list: WordList, offered: readonly string[]): Refusal {
  const values = offered.map((each) => wordInBoth(list, each));
  return new Refusal(
    'invalid-input',
    {},
    { errors: [{ pointer: `#/${column}`, detail: 'not-offered', params: { values } }] },
  );
}

/** The first of these that is written. */
export const firstWritten = (...texts: readonly (string | undefined)[]): string =>
  texts.find((text) => text !== undefined && text !== '') ?? '';
