/** Crockford's base32: without I, L, O and U, so that nothing read from paper is taken for something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = /^[0-9A-HJKMNP-TV-Z]{15}$/;
const BETWEEN_GROUPS = /[\s\u2010-\u2015-]/g;
const DEVANAGARI_ZERO = 0x0966;

/** Where anybody checks a letter; the code of one follows behind a slash. */
export const VERIFY_PATH = '/verify';

/**
 * The code of a letter from what somebody has typed: small letters, the digits of Hindi, O for 0, I and L for 1 and whatever
 * stands between the groups are understood. Null when its check character says that it was mistyped.
 */
export function issueCodeOf(typed: string): string | null {
  const code = typed
    .replace(BETWEEN_GROUPS, '')
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO))
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE.test(code) && checkOf(code.slice(0, -1)) === code.slice(-1) ? code : null;
}

/** As it is printed and read out: `7K3QM-0ZT4V-9XB2C`. */
export const printedIssueCode = (code: string): string => code.match(/.{1,5}/g)?.join('-') ?? code;

/**
 * The last character of a code. One wrong character, and any two that have changed places, give another: each place counts
 * with its own power of two in the field of 32 elements. The database reckons alike (`issue_code_check`).
 */
function checkOf(drawn: string): string {
  let sum = 0;
  for (const character of drawn) sum = doubled(sum ^ ALPHABET.indexOf(character));
  return ALPHABET.charAt(sum);
}

/** Times two, modulo x⁵ + x² + 1. */
const doubled = (element: number): number => (element << 1) ^ (element & 16 ? 0b100101 : 0);
