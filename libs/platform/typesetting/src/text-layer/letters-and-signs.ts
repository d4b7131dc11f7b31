/** What lets a line end and what keeps it together, while a page is set, is no part of the text. */
const SIGNS = ['200B', '2060'];

/** A text, UTF-16 in hex, without them; one that is nothing else stays. */
export function withoutSigns(text: string): string {
  if (!SIGNS.some((sign) => text.includes(sign))) return text;
  const kept = (text.match(/.{4}/g) ?? []).filter((unit) => !SIGNS.includes(unit));
  return kept.length > 0 ? kept.join('') : text;
}

/** A text, UTF-16 in hex, before and from the first sign on that is written above, below or without ink. */
export function divided(text: string): [letters: string, rest: string] {
  const units = text.match(/.{4}/g) ?? [];
  const at = units.findIndex((unit, index) => index > 0 && WITHOUT_WIDTH.test(String.fromCharCode(parseInt(unit, 16))));
  return at < 0 ? [text, ''] : [text.slice(0, 4 * at), text.slice(4 * at)];
}

const WITHOUT_WIDTH = /[\p{Mn}\p{Cf}]/u;
