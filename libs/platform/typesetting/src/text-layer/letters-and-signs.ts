/** What lets a line end and what keeps it together, while a page is set, is no part of the text. */
const SIGNS = ['200B', '2060'];

/** Whether a text, or all that a font says, may have some of them. */
export const mayBearSigns = (text: string): boolean => SIGNS.some((sign) => text.includes(sign));

/** A text, UTF-16 in hex, without them; one that is nothing else stays. */
export function withoutSigns(text: string): string {
  if (!mayBearSigns(text)) return text;
  const kept = (text.match(/.{4}/g) ?? []).filter((unit) => !SIGNS.includes(unit));
  return kept.length > 0 ? kept.join('') : text;
}

/** A text, UTF-16 in hex, before and from the first sign on that is written above, below or without ink. */
export function divided(text: string): [letters: string, rest: string] {
  for (let at = UNIT; at < text.length; at += UNIT)
    if (hasNoWidth(text.slice(at, at + UNIT))) return [text.slice(0, at), text.slice(at)];
  return [text, ''];
}

const UNIT = 4;
const WITHOUT_WIDTH = /[\p{Mn}\p{Cf}]/u;
/** Of the few letters of our scripts, looked up for every cluster. */
const known = new Map<string, boolean>();

function hasNoWidth(unit: string): boolean {
  const before = known.get(unit);
  if (before !== undefined) return before;
  const isSo = WITHOUT_WIDTH.test(String.fromCharCode(parseInt(unit, 16)));
  known.set(unit, isSo);
  return isSo;
}
