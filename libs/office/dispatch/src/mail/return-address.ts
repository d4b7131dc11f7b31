import { randomBytes } from 'node:crypto';

/** Letters and digits of base 32, of which mail servers keep none apart by its case. */
const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567';
/** A hundred bits: nobody finds one by trying. */
const LENGTH = 20;
const KEY = /(?<![a-z2-7])[a-z2-7]{20}(?![a-z2-7])/g;
/** Where the key stands in an address to which mails are returned. */
const PLACE = '*';

/** A key that nobody knows but the mail servers on the way of one mail, and who looks into how it came. */
export const newReturnKey = (): string =>
  Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');

/** @param pattern an address with one `*`, as `office+*@example.in`. */
export const returnAddress = (pattern: string, key: string): string => pattern.replace(PLACE, key);

/** Keys in addresses, of whatever pattern. */
export const keysIn = (addresses: string): string[] => addresses.toLowerCase().match(KEY) ?? [];
