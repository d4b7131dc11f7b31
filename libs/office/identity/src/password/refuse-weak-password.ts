import { Refusal } from '@patravali/errors';
import { dictionary } from '@zxcvbn-ts/language-common';

/** Who sets a password, by every word that a stranger would try first. */
export interface PasswordOwner {
  readonly username: string;
  /** Names of the person and of the office, in both languages. */
  readonly names: readonly string[];
}

/** What does not change how easily it is guessed: `Password@123` is `password`. */
const AROUND_THE_WORD = /^[^\p{L}]+|[^\p{L}]+$/gu;
const REPEATED = /^(.+?)\1+$/su;
/** A shorter word, or a number, is found in many a good password. */
const SHORTEST_WORD = 4;

let common: ReadonlySet<string> | undefined;

/** The 49,000 passwords that people choose most often, which come with the package: nothing is asked outside. */
function isCommon(password: string): boolean {
  common ??= new Set(dictionary['passwords-common']);
  return common.has(password);
}

/**
 * @throws Refusal `password-common` for one of those that are tried first, also with digits and signs around it or written
 * twice; `password-holds-name` for one that holds a name of the person or the office.
 */
export function refuseWeakPassword(password: string, owner: PasswordOwner): void {
  const plain = asCompared(password);
  const word = wordsOf(owner).find((each) => plain.includes(each));
  if (word !== undefined) throw unfit('password-holds-name', { word });
  const core = plain.replace(AROUND_THE_WORD, '');
  const unit = REPEATED.exec(core === '' ? plain : core)?.[1] ?? core;
  const isRepeated = unit.length < SHORTEST_WORD && REPEATED.test(plain);
  if (isCommon(plain) || isRepeated || (unit.length >= SHORTEST_WORD && isCommon(unit))) throw unfit('password-common');
}

function wordsOf({ username, names }: PasswordOwner): string[] {
  const words = names.flatMap((name) => asCompared(name).split(/[^\p{L}\p{M}\p{N}]+/u));
  return [asCompared(username), ...words].filter((word) => word.length >= SHORTEST_WORD);
}

function asCompared(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function unfit(code: 'password-common' | 'password-holds-name', params: { word?: string } = {}): Refusal {
  return new Refusal(code, params, { errors: [{ pointer: '#/newPassword', detail: code }] });
}
