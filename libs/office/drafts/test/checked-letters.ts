import { DraftContent } from '../contract/drafts';
import { LETTER_CHECKS, type LetterCheck, type LetterFacts } from '../contract/letter-checks/letter-checks';
import { LETTER_FORMS } from '../../letters/contract/letter-forms';

/** A letter to be checked, and what is known besides. */
export interface Checked {
  readonly line: string;
  readonly letter: DraftContent;
  readonly facts: LetterFacts;
}

/** One that has a fault. */
export interface Planted extends Checked {
  readonly fault: LetterCheck;
}

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const post = (number: number, hi: string, en: string) => ({ id: id(number), level: number, designation: { hi, en } });

const POSTS: LetterFacts['posts'] = [
  post(1, 'मण्डलायुक्त', 'Divisional Commissioner'),
  post(2, 'अपर आयुक्त', 'Additional Commissioner'),
  post(3, 'मुख्य प्रशासनिक अधिकारी', 'Chief Administrative Officer'),
  post(4, 'प्रशासनिक अधिकारी', 'Administrative Officer'),
  post(5, 'प्रधान सहायक', 'Head Assistant'),
];

const linesOf = (table: string): string[] => table.trim().split('\n');

/** Letters of which each has a fault: `fault | form language … | to whom | what with | what it says`. */
export const planted = (table: string): Planted[] =>
  linesOf(table).map((line) => {
    const [name, ...rest] = line.split(' | ');
    const fault = LETTER_CHECKS.find((check) => check === name);
    if (!fault) throw new Error(`There is no check ${name ?? ''}`);
    return { fault, ...checked(rest.join(' | ')) };
  });

/** The same without a fault. */
export const sound = (table: string): Checked[] => linesOf(table).map(checked);

/** Signed by the Divisional Commissioner. */
function checked(line: string): Checked {
  const [kind = '', to = '', enclosed = '', says = ''] = line.split(' | ');
  const [form, language, ...more] = kind.split(' ');
  const [hindi = '', english] = says.split(' || ');
  const letter = DraftContent.parse({
    form: LETTER_FORMS.find((one) => one === form),
    language,
    subject: 'विषय',
    addressees: to === '-' ? [] : to.split(' & ').map(addressee),
    reference: reference(/ref=(\S+)/.exec(enclosed)?.[1]),
    body: body(hindi),
    enclosures: Array.from({ length: Number(/encl=(\d+)/.exec(enclosed)?.[1] ?? 0) }, (_, at) => `प्रपत्र ${at + 1}`),
    ...documents(Number(/docs=(\d+)/.exec(enclosed)?.[1] ?? 0)),
    signatoryPostId: id(1),
    ...(english !== undefined && { english: { subject: 'Subject', body: body(english) } }),
    replyBy: /by=(\S+)/.exec(enclosed)?.[1],
    ...(enclosed.includes('gazette') && { publication: '(राजपत्र, भाग-1, खण्ड-1 में प्रकाशनार्थ)' }),
  });
  const answered = (['hi', 'en'] as const).find((one) => more.includes(`answers:${one}`)) ?? null;
  const layout = more.includes('uttar_pradesh') ? 'uttar_pradesh' : 'central';
  const withoutHindi = (['unit', 'head'] as const).filter((each) => more.includes(`without:${each}`));
  return { line, letter, facts: { layout, answered, posts: POSTS, today: '2026-11-10', withoutHindi } };
}

/** So many documents of the file. */
const documents = (count: number) =>
  count > 0 && {
    enclosedDocuments: Array.from({ length: count }, (_, at) => ({
      documentId: id(at + 1),
      title: `अभिलेख ${at + 1}`,
      pages: 2,
      sha256: 'a'.repeat(64),
    })),
  };

/** `name; designation; address` */
function addressee(written: string) {
  const [name, designation, address] = written.split(';').map((part) => part.trim());
  return { name, ...(designation && { designation }), ...(address && { address }) };
}

/** `number:day`, or the number alone. */
function reference(written: string | undefined): DraftContent['reference'] {
  const [number, date = null] = written?.split(':') ?? [];
  return number === undefined ? null : { number, date };
}

/** Paragraphs divided by ¶; `×70` says it seventy times. */
function body(says: string) {
  const [, words = says, times = '1'] = /^(.*) ×(\d+)$/u.exec(says) ?? [];
  const paragraphs = `${words} `.repeat(Number(times)).trim().split(' ¶ ');
  return {
    version: 2,
    blocks: paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
  };
}
