/** What lets a line end and what keeps it together, while a page is set, is no part of the text. */
const SIGNS = ['200B', '2060'];

/** A text, UTF-16 in hex, without them; one that is nothing else stays. */
export function withoutSigns(text: string): string {
  if (!SIGNS.some((sign) => text.includes(sign))) return text;
  const kept = (text.match(/.{4}/g) ?? []).filter((unit) => !SIGNS.includes(unit));
  return kept.length > 0 ? kept.join('') : text;
}
