import { captured, toText, wholeNumber } from '../primitives/bytes';
import { HEX_HASH } from '../entries/event';

/** That a row was written or deleted with an event (docs/proof.md, "The rows"). */
export interface RowLine {
  readonly number: number;
  /** SHA-256 of the text of the row; undefined where the row was deleted. */
  readonly hash: string | undefined;
  /** Table and what identifies the row in it. */
  readonly name: string;
}

/** A row and what it says, as `jsonb` writes it. */
export interface RowText {
  readonly name: string;
  readonly text: string;
}

const NAME = '[a-z_]+(?: [^\\s]+)+';
const LINE = new RegExp(`^([0-9]+) (${HEX_HASH}|-) (${NAME})$`);
const TEXT = new RegExp(`^(${NAME})\t(\\{.*\\})$`);

/** The lines of one event and their number, or nothing when they are not in the written form: each name once, in order. */
export function readRowLines(
  bytes: Uint8Array,
): { readonly number: number; readonly lines: readonly RowLine[] } | undefined {
  const [first, ...others] = linesOf(bytes, readLine) ?? [];
  if (!first) return undefined;
  let { name } = first;
  for (const line of others) {
    if (line.number !== first.number || line.name <= name) return undefined;
    name = line.name;
  }
  return { number: first.number, lines: [first, ...others] };
}

/** The rows that a bundle holds, or nothing when they are not in the written form. */
export function readRowTexts(bytes: Uint8Array): readonly RowText[] | undefined {
  return linesOf(bytes, (line) => {
    const parts = captured<[name: string, text: string]>(TEXT, line);
    return parts && { name: parts[0], text: parts[1] };
  });
}

function readLine(line: string): RowLine | undefined {
  const parts = captured<[number: string, hash: string, name: string]>(LINE, line);
  const number = parts && wholeNumber(parts[0]);
  if (!parts || number === undefined) return undefined;
  return { number, hash: parts[1] === '-' ? undefined : parts[1], name: parts[2] };
}

/** Each is ended by a line feed. */
function linesOf<Line>(bytes: Uint8Array, read: (line: string) => Line | undefined): Line[] | undefined {
  const lines = toText(bytes)?.split('\n');
  if (lines?.pop() !== '') return undefined;
  const found = lines.map(read).filter((line) => line !== undefined);
  return found.length === lines.length ? found : undefined;
}
