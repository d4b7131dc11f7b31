import { written } from './words';
import { id, RECORDS } from './people';

export const KEY = (kind: string, ordinal: string) =>
  `('01a00000-000${kind}-7000-8000-' || lpad(to_hex(${ordinal}), 12, '0'))::uuid`;
export const ORGANISATION = `'${id('0', 1)}'`;
export const WHO = (post: string) => `${KEY('3', post)}, ${KEY('2', post)}, 'regular'`;
export const BY_RECORDS = WHO(String(RECORDS));
export const HASH = 'a'.repeat(64);
const SENTENCE = 'पत्रावली का परीक्षण किया गया। नियमानुसार कार्यवाही प्रस्तावित है।';
/** As the office writes notes today. */
export const NOTE = JSON.stringify(written([SENTENCE, SENTENCE, SENTENCE]));
