import { type Bilingual, canonicalText, type Language, plainText, type StructuredText } from '@patravali/contract-base';

/**
 * What a template of a draft may leave to the office to fill in, by the name that stands in braces where it is wanted:
 * `{पत्रावली संख्या}`, `{file number}`. The language of the name is that of what is filled in.
 */
export const MERGE_FIELD_NAMES = {
  fileNumber: { hi: 'पत्रावली संख्या', en: 'file number' },
  fileSubject: { hi: 'पत्रावली का विषय', en: 'file subject' },
  today: { hi: 'दिनांक', en: 'date' },
  addressee: { hi: 'प्राप्तकर्ता', en: 'addressee' },
  replyBy: { hi: 'उत्तर की तिथि', en: 'reply by' },
  referenceNumber: { hi: 'सन्दर्भ संख्या', en: 'reference number' },
  referenceDate: { hi: 'सन्दर्भ दिनांक', en: 'reference date' },
  signatory: { hi: 'हस्ताक्षरकर्ता', en: 'signatory' },
  designation: { hi: 'पदनाम', en: 'designation' },
  unit: { hi: 'अनुभाग', en: 'section' },
  office: { hi: 'कार्यालय', en: 'office' },
} as const satisfies Record<string, Bilingual>;
export type MergeField = keyof typeof MERGE_FIELD_NAMES;

interface NamedField {
  readonly field: MergeField;
  readonly language: Language;
}

/** A name in braces is short, and stands on one line. */
const IN_BRACES = /\{([^{}\n]{1,60})\}/gu;

const asNamed = (name: string): string => name.normalize('NFC').trim().toLowerCase();

const FIELDS: ReadonlyMap<string, NamedField> = new Map(
  Object.entries(MERGE_FIELD_NAMES).flatMap(([field, names]) =>
    (['hi', 'en'] as const).map((language) => [
      asNamed(names[language]),
      { field: field as MergeField, language } satisfies NamedField,
    ]),
  ),
);

/** What stands in braces in these words, and which field it names; null when there is none of that name. */
export function bracedIn(words: string): { readonly written: string; readonly named: NamedField | null }[] {
  return [...words.matchAll(IN_BRACES)].map(([written, name = '']) => ({
    written,
    named: FIELDS.get(asNamed(name)) ?? null,
  }));
}

/** These words with each field that has a value; what has none stays in its braces. */
export function filledIn(words: string, valueOf: (field: MergeField, language: Language) => string | null): string {
  return words.replace(IN_BRACES, (written, name: string) => {
    const named = FIELDS.get(asNamed(name));
    return (named && valueOf(named.field, named.language)) ?? written;
  });
}

/** What a template and a letter have in common: all that may hold fields. */
interface WithFields {
  readonly subject: string;
  readonly salutation: string | null;
  readonly body: StructuredText;
  /** What goes with it, in words. */
  readonly enclosures?: readonly string[] | undefined;
  readonly english?: Omit<WithFields, 'english'> | undefined;
}

/** All words of a letter in which fields may stand. */
function wordsOfAll({ subject, salutation, body, enclosures = [], english }: WithFields): string {
  const own = [subject, salutation ?? '', plainText(body), ...enclosures];
  return [...own, ...(english ? [wordsOfAll(english)] : [])].join('\n');
}

/** What stands in braces and names no field. */
export const unknownFieldsOf = (letter: WithFields): string[] =>
  bracedIn(wordsOfAll(letter))
    .filter(({ named }) => named === null)
    .map(({ written }) => written);

/** The fields of a letter that nobody has filled in, each once. */
export const blanksOf = (letter: WithFields): string[] => [
  ...new Set(
    bracedIn(wordsOfAll(letter))
      .filter(({ named }) => named !== null)
      .map(({ written }) => written),
  ),
];

/** The same letter with other words: those of its subject, its salutation and its text, in both languages, and of its enclosures. */
export function withWords<Letter extends WithFields>(letter: Letter, change: (words: string) => string): Letter {
  const { subject, salutation, body, enclosures, english } = letter;
  return {
    ...letter,
    subject: change(subject),
    salutation: salutation === null ? null : change(salutation),
    body: canonicalText(inTexts(body, change)),
    ...(enclosures && { enclosures: enclosures.map(change) }),
    ...(english && { english: withWords(english, change) }),
  };
}

/** The same value with other words in its pieces of text, at any depth. */
function inTexts<Value>(value: Value, change: (words: string) => string): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => inTexts(each, change)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, inTexts(each as unknown, change)] as const);
  const copy = Object.fromEntries(entries) as Value & { type?: unknown; text?: string };
  return copy.type === 'text' && copy.text !== undefined ? { ...copy, text: change(copy.text) } : copy;
}
