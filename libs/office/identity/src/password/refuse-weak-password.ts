import { LANGUAGES } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { messagesOf } from '@patravali/messages';
import { dictionary } from '@zxcvbn-ts/language-common';

/** Who sets a password, by every word that a stranger would try first. */
export interface PasswordOwner {
  readonly username: string;
  /** Names of the person and of the office, in both languages. */
  readonly names: readonly string[];
}

/** What does not change how easily it is guessed: `Password@123` is `password`. */
const AROUND_THE_WORD = /^\P{L}+|(?<!\P{L})\P{L}+$/gu;
const OUTER_DIGITS = /^\d+|(?<!\d)\d+$/g;
/** Signs that stand for the letters that they look like. */
const LIKE_LETTERS: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
};
/** What every office of this program is guessed by. */
const OF_THE_PROGRAM = [
  ...LANGUAGES.map((language) => messagesOf('not-found-page', language).name.toLowerCase()),
  'patrawali',
  'eoffice',
  'e-office',
];
/** A shorter word, or a number, is found in many a good password. */
const SHORTEST_WORD = 4;

let common: ReadonlySet<string> | undefined;

/** The 49,000 passwords that people choose most often, which come with the package: nothing is asked outside. */
function isCommon(password: string): boolean {
  common ??= new Set(dictionary['passwords-common']);
  return common.has(password);
}

/**
 * @throws Refusal `password-common` for one of those that are tried first, also with digits and signs around it or in place of
 * letters, or written twice, and for one that holds the name of this program; `password-holds-name` for one that holds a name of the person or the office.
 */
export function refuseWeakPassword(password: string, owner: PasswordOwner): void {
  const plain = asCompared(password);
  const spelt = [plain, inLetters(plain), inLetters(plain.replaceAll(OUTER_DIGITS, ''))];
  const word = wordsOf(owner).find((each) => spelt.some((one) => one.includes(each)));
  if (word !== undefined) throw unfit('password-holds-name', { word });
  if (OF_THE_PROGRAM.some((each) => spelt.some((one) => one.includes(each)))) throw unfit('password-common');
  if (spelt.some(isGuessedFirst)) throw unfit('password-common');
}

/** In the list, or of a word of the list with digits and signs around it, or of the same again and again. */
function isGuessedFirst(plain: string): boolean {
  const core = plain.replaceAll(AROUND_THE_WORD, '');
  const unit = repeatedIn(core === '' ? plain : core) ?? core;
  const isRepeated = unit.length < SHORTEST_WORD && repeatedIn(plain) !== undefined;
  return isCommon(plain) || isRepeated || (unit.length >= SHORTEST_WORD && isCommon(unit));
}

/** The shortest part of which the text consists, again and again. */
function repeatedIn(text: string): string | undefined {
  // The text begins anew within itself twice over: the first time tells the length of the part.
  const again = `${text}${text}`.indexOf(text, 1);
  return again < text.length ? text.slice(0, again) : undefined;
}

const inLetters = (text: string): string => text.replaceAll(/[@4310!$5]/g, (sign) => LIKE_LETTERS[sign] ?? sign);

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
