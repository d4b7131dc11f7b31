import { type Element, elementsOf, OID, oidOf, partsOf, readElement, TAG } from '../asn1';

/** Whom a certificate speaks for. */
export interface Holder {
  /** The name of the person or office, as people read it; empty when it has none. */
  readonly name: string;
  /** The serial number of the holder, by which an authority tells people of the same name apart; not that of the certificate. */
  readonly number: string | null;
  /** In small letters. */
  readonly emails: readonly string[];
}

/** As long as anybody's name or number. */
const LONGEST = 200;
/** More addresses than anybody has. */
const MOST_EMAILS = 10;
/** As it stands in the bytes of the certificate, with which the database compares it. */
const NUMBER = /^[\x21-\x7e]+( [\x21-\x7e]+)*$/;
const EMAIL = /^[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+$/;

/**
 * What the name of a certificate says, and its other names. It is read element by element, since in a line of text a name may
 * contain what looks like another part.
 */
export function holderIn(subject: Uint8Array, otherNames: Uint8Array | undefined): Holder {
  const parts = [...elementsOf(readElement(subject))].flatMap((set) => partsOf(set).map((each) => partsOf(each)));
  const valuesOf = (name: string) => parts.flatMap(([type, value]) => (oidOf(type) === name && value ? [value] : []));
  const namesIn = (name: string) =>
    valuesOf(name)
      .map((value) => visible(textOf(value)))
      .filter((each) => each !== '');
  const [number, ...numbers] = valuesOf(OID.serialNumber).map(plainTextOf);
  const names = namesIn(OID.commonName);
  const emails = [...valuesOf(OID.email).map(plainTextOf), ...emailsIn(otherNames)];
  return {
    name: (names.length > 0 ? names : namesIn(OID.organisation)).join(' / ').slice(0, LONGEST),
    // Of two nobody knows which is meant.
    number: number !== undefined && numbers.length === 0 && isShort(number) && NUMBER.test(number) ? number : null,
    emails: [
      ...new Set(emails.filter((email) => isShort(email) && EMAIL.test(email)).map((email) => email.toLowerCase())),
    ].slice(0, MOST_EMAILS),
  };
}

const isShort = (text: string): boolean => text.length <= LONGEST;

/** `[1]` of a GeneralName is an address. */
const emailsIn = (otherNames: Uint8Array | undefined): string[] =>
  (otherNames ? [...elementsOf(readElement(otherNames))] : [])
    .filter(({ tag }) => tag === TAG.contextPrimitive(1))
    .map(({ content }) => Buffer.from(content).toString('latin1'));

const UTF8_STRING = 0x0c;
const BMP_STRING = 0x1e;

function textOf({ tag, content }: Element): string {
  const bytes = Buffer.from(content);
  if (tag === UTF8_STRING) return bytes.toString('utf8');
  if (tag !== BMP_STRING) return bytes.toString('latin1');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
}

/** A text that is written with a byte for each letter. */
const plainTextOf = ({ tag, content }: Element): string =>
  tag === BMP_STRING ? '' : Buffer.from(content).toString('latin1');

/** Without what nobody sees and what turns a line around. */
export const visible = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
