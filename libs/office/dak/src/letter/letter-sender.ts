import { afterLabel, distance, folded, hasWord, phrases, wordsOf } from './alike';
import { bare, placeOf, type Line, type Place, type Reading } from './letter-lines';
import { APPLICANT, begins, isRecipient, type LetterParts } from './letter-parts';
import { LETTER_WORDS as words } from './letter-words';

export interface Sender {
  readonly name: Reading | null;
  readonly designation: Reading | null;
}

/** Words of which one stands in what a post is called. */
const ORDER = words.order.split(' ');
const POST_WORDS = words.postWords.split(' ');
/** What stands in brackets, or below a signature, and is nobody's name. */
const NO_NAME = words.noName.split(' ');
const STOPS = phrases(words.stops);
const FROM = phrases(words.from);
const NAME = phrases(words.name);
const MEMORANDUM = phrases(words.memorandum);
const OFFICE = phrases(words.office);
/** A mark for the signature, or whose child somebody is. */
const UNNAMED = /^(?:(?:sd|\u0939|\u0939\u0938\u094d\u0924\u093e)[-.\u0966/]*$|[sdwc]\/o\s)/iu;
/** Of the signature and of the block of the sender no more is looked at. */
const MOST_LINES = 6;
const LONGEST_NAME = 5;
const LONGEST_POST = 90;

interface Piece {
  readonly text: string;
  readonly at: Place;
  readonly bracketed: boolean;
}
interface Block {
  readonly name: Piece | null;
  readonly post: Piece | null;
}

/** Who sent it: who signs it, or stands at its head as the sender. */
export function senderOf(parts: LetterParts): Sender {
  const signed = signatureOf(parts);
  const from = fromBlock(parts);
  const best = signed?.name || signed?.post ? signed : from;
  if (!best) return { name: officeAtHead(parts), designation: null };
  const applicant = parts.closing?.by === 'applicant';
  const agrees = !from?.name || !signed?.name || alike(from.name.text, signed.name.text);
  const sure = agrees && (parts.closing !== null || from !== null || best.name?.bracketed === true);
  const post = best.post ?? (best === signed ? (postAtHead(parts, best.name) ?? from?.post ?? null) : null);
  if (!best.name && from?.name) return { name: read(from.name, false), designation: post && read(post, sure) };
  if (!best.name) return { name: post && read(post, sure && parts.closing !== null), designation: null };
  return {
    name: read(best.name, sure && (best.name.bracketed || applicant || post !== null)),
    designation: post && read(post, sure),
  };
}

const read = ({ text, at }: Piece, certain: boolean): Reading => ({ value: text, certain, at });

const alike = (one: string, other: string): boolean => {
  const [left, right] = [folded(one), folded(other)];
  return distance(left, right) <= Math.max(left.length, right.length) / 4;
};

export const isPost = (text: string): boolean => hasWord(text, POST_WORDS);

function isName(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.length <= LONGEST_NAME &&
    text.length >= 4 &&
    !/\d/u.test(text) &&
    !isPost(text) &&
    !hasWord(text, NO_NAME)
  );
}

function piece(line: Line, from: number, end: number): Piece {
  const whole = line.text.slice(from, end);
  const column = from + Math.max(0, whole.search(/\S/u));
  const text = bare(whole);
  const bracketed = /^[([{][^)\]}]*[)\]}]?$/u.test(text) || /^[^([{]+[)\]}]$/u.test(text);
  return {
    text: bracketed ? bare(text.replaceAll(/[()[\]{}]/gu, '')) : text,
    at: placeOf(line, column, line, end),
    bracketed,
  };
}

/** The pieces of a line: a name in brackets, and what follows it. */
function piecesOf(line: Line, from: number): Piece[] {
  const rest = line.text.slice(from);
  const closed = rest.indexOf(')');
  const opened = rest.search(/\S/u);
  const all = line.text.length;
  if (rest[opened] === '(' && closed > 0 && /\p{L}/u.test(rest.slice(closed)))
    return [piece(line, from, from + closed + 1), piece(line, from + closed + 1, all)];
  const comma = rest.indexOf(',');
  if (comma > 0 && isPost(rest.slice(comma)) && isName(bare(rest.slice(0, comma))))
    return [piece(line, from, from + comma), piece(line, from + comma + 1, all)];
  return [piece(line, from, all)];
}

function blockOf(pieces: readonly Piece[], nameAlone: boolean): Block {
  const block: { name: Piece | null; post: Piece | null } = { name: null, post: null };
  for (const each of pieces) {
    if (UNNAMED.test(each.text)) continue;
    if (!block.name && !block.post && isName(each.text) && (each.bracketed || nameAlone)) block.name = each;
    else if (!block.post && isPost(each.text) && each.text.length <= LONGEST_POST && !hasWord(each.text, ORDER))
      block.post = each;
    if (block.post) break;
  }
  return block;
}

function signatureOf(parts: LetterParts): Block | null {
  const { closing, lines, below } = parts;
  if (!closing) return unclosed(parts);
  const pieces: Piece[] = [];
  const own = lines[closing.line];
  if (own && /\p{L}/u.test(own.text.slice(closing.from))) pieces.push(...piecesOf(own, closing.from));
  for (const line of lines.slice(
    closing.line + 1,
    Math.min(closing.line + 1 + MOST_LINES, Math.max(below, closing.line + 2)),
  )) {
    if (begins(line.text, STOPS)) {
      if (pieces.length > 0) break;
      continue;
    }
    pieces.push(...piecesOf(line, afterLabel(line.text, 0, NAME) ?? 0));
  }
  const named = closing.by === 'applicant' ? pieces.map(afterName) : pieces;
  return blockOf(named, true);
}

const afterName = (each: Piece): Piece => {
  const from = afterLabel(each.text, 0, NAME);
  return from === null ? each : { ...each, text: bare(each.text.slice(from)) };
};

/** Of a memorandum, which takes no leave: a name in brackets with a post below, or a post by itself at the end. */
function unclosed({ lines, below, headEnd }: LetterParts): Block | null {
  for (let at = Math.min(below, lines.length) - 1; at >= Math.max(headEnd, 1); at--) {
    const line = lines[at];
    if (!line || !/^\s*[([{]/u.test(line.text)) continue;
    const next = lines[at + 1];
    const block = blockOf([...piecesOf(line, 0), ...(next ? piecesOf(next, 0) : [])], false);
    if (block.name && block.post) return block;
  }
  const recipient = lines.findIndex(({ text }, index) => index > headEnd && isRecipient(text));
  const end = recipient > 0 ? recipient : Math.min(below, lines.length);
  const post = lines
    .slice(Math.max(headEnd + 1, end - MOST_LINES), end)
    .findLast(
      ({ text }) => isPost(text) && wordsOf(text).length <= 7 && !/[\u0964;:]\s*$/u.test(text) && !begins(text, STOPS),
    );
  return post ? { name: null, post: piece(post, 0, post.text.length) } : null;
}

function fromBlock({ lines, headEnd }: LetterParts): Block | null {
  const at = lines.findIndex(({ text }, index) => index < headEnd && begins(text, FROM));
  const line = lines[at];
  if (!line) return null;
  const column = afterLabel(line.text, 0, FROM) ?? 0;
  const pieces = /\p{L}/u.test(line.text.slice(column)) ? piecesOf(line, column) : [];
  for (const next of lines.slice(at + 1, at + 1 + MOST_LINES)) {
    if (isRecipient(next.text) || begins(next.text, STOPS)) break;
    pieces.push(...piecesOf(next, 0));
  }
  return blockOf(pieces, true);
}

/** On a letterhead of his own the officer's post stands below his name. */
function postAtHead({ lines, recipient, headEnd }: LetterParts, name: Piece | null): Piece | null {
  if (!name) return null;
  const head = lines.slice(0, Math.min(5, recipient < 0 ? headEnd : recipient));
  const at = head.findIndex(({ text }) => alike(bare(text).slice(0, name.text.length), name.text));
  const post = head[at + 1];
  return at >= 0 && post && isPost(post.text) ? piece(post, 0, post.text.length) : null;
}

/** Nobody signs: the office whose letter it is, which somebody has to look at. */
function officeAtHead({ lines, headEnd }: LetterParts): Reading | null {
  for (const line of lines.slice(0, Math.min(4, headEnd))) {
    const from = afterLabel(line.text, 0, OFFICE);
    if (from === null || begins(line.text, MEMORANDUM)) continue;
    const office = piece(line, from, line.text.length);
    if (office.text !== '') return read(office, false);
  }
  return null;
}

const VIP = phrases(words.vip);

/** By what its sender is, a letter of a member of parliament or of the legislature, or of a minister. */
export function vipOf(
  { lines, recipient, headEnd }: LetterParts,
  { name, designation }: Sender,
): Reading<'vip'> | null {
  const own = designation ?? name;
  if (own && saysVip(own.value)) return { value: 'vip', certain: own.certain, at: own.at };
  const head = lines.slice(0, Math.min(4, recipient < 0 ? headEnd : recipient));
  const line = head.find(({ text }) => saysVip(text) && wordsOf(text).length <= 8 && !begins(text, APPLICANT));
  return line ? { value: 'vip', certain: false, at: placeOf(line, 0, line, line.text.length) } : null;
}

/** "Private secretary to the minister" writes for another. */
function saysVip(text: string): boolean {
  const words = wordsOf(text);
  return VIP.some((phrase) =>
    words.some((_, at) =>
      phrase.every(
        (word, index) => words[at + index] !== undefined && folded(words[at + index]?.text ?? '') === folded(word),
      ),
    ),
  );
}
