const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

export function fromText(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Text of bytes that are valid UTF-8 and nothing else. */
export function toText(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes of base64 as RFC 4648, section 4 writes them, with padding and without spare bits: one way to write each. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  if (text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What the groups of a form caught, as the caller describes them; nothing of a text that has another form. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- only who wrote the form knows its groups
export function captured<Groups extends readonly (string | undefined)[]>(
  form: RegExp,
  text: string,
): Groups | undefined {
  return form.exec(text)?.slice(1) as Groups | undefined;
}

/** A whole number as the formats write it: decimal digits, no leading zero. */
export function wholeNumber(text: string): number | undefined {
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) return undefined;
  return Number(text);
}
