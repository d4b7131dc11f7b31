import type { TextField } from './text-field';

/** The full stop of Hindi, which no Latin keyboard has. */
const DANDA = '\u0964';
/** A letter or sign of Devanagari: neither a digit, behind which a point is one of a number, nor a danda. */
const BEHIND_HINDI = /[\u0900-\u0963\u0971-\u097f]$/;

let made: { element: HTMLElement; behind: number } | null = null;

export function typeDanda(field: TextField): void {
  field.replace(field.caret(), field.caret(), DANDA);
}

/** Behind a word of Hindi a full stop becomes a danda; answers whether it did. */
export function typeDandaForStop(field: TextField): boolean {
  if (!BEHIND_HINDI.test(field.textBefore())) return false;
  typeDanda(field);
  made = { element: field.element, behind: field.caret() };
  return true;
}

/** Right behind such a danda: gives the full stop back, as an abbreviation has it. */
export function giveStopBack(field: TextField): boolean {
  const caret = field.caret();
  const isBehind = made?.element === field.element && made.behind === caret && field.textBefore().endsWith(DANDA);
  made = null;
  if (isBehind) field.replace(caret - 1, caret, '.');
  return isBehind;
}

/** Something else was pressed. */
export function forgetStop(): void {
  made = null;
}
