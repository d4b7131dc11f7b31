import { ALONE, CONSONANTS, GLIDES, type Reading, VOWELS } from './spellings';

/** What stands last in what was read so far: nothing, a consonant whose vowel is still to come, a vowel. */
export type After = 'start' | 'consonant' | 'vowel';

/** One way to read the next letters of a Latin word. */
export interface Step {
  /** How many Latin letters it takes. */
  readonly taken: number;
  /** Letters and signs of Devanagari. */
  readonly shown: string;
  readonly price: number;
  readonly after: After;
}

const LONGEST = 3;
/** `tipni` for टिप्पणी: a doubled letter typed once. */
const DOUBLED = 1.4;
/** `purjo` is पुर्जों: most words that end so are of many things, and half of the people leave the nasal out. */
const OF_MANY = 0.2;
const VIRAMA = '\u094d';
const LONG_SIGNS = /[ाीूेैोौआईऊएऐओऔ]$/;

/** The ways to read the letters of one Latin word; what was asked once is known. */
export function stepsOf(latin: string): (at: number, after: After, written: string) => readonly Step[] {
  const known = new Map<string, readonly Step[]>();
  return (at, after, written) => {
    // Two letters and signs decide.
    const before = written.slice(-2);
    const key = `${String(at)}${after}${before}`;
    const steps = known.get(key) ?? stepsAt(latin, at, after, before);
    known.set(key, steps);
    return steps;
  };
}

/**
 * All ways to read the letters at `at` of a Latin word, when `written` stands before them. Two consonants without a vowel between
 * them are joined, or a silent vowel stands between; n and m before a consonant are the anusvara or letters of their own.
 */
function stepsAt(latin: string, at: number, after: After, written: string): Step[] {
  const steps: Step[] = [];
  const end = latin.length;
  for (let taken = 1; taken <= LONGEST && at + taken <= end; taken++) {
    const chunk = latin.slice(at, at + taken);
    const last = at + taken === end;
    for (const { shown, price } of found(CONSONANTS, chunk, at)) {
      if (after !== 'consonant') steps.push({ taken, shown, price, after: 'consonant' });
      if (after === 'vowel' && shown.length === 1)
        steps.push({ taken, shown: shown + VIRAMA + shown, price: price + DOUBLED, after: 'consonant' });
      if (after === 'consonant')
        for (const joint of jointsOf(written, shown)) steps.push({ ...joint, taken, price: price + joint.price });
    }
    for (const { shown, price } of found(VOWELS, chunk, at))
      if (shown !== 'ृ' || after !== 'vowel')
        steps.push(
          vowel(shown, price + placed(chunk, shown, last, written) + silent(latin, at, chunk, shown), taken, after),
        );
    if (last && chunk === 'o' && after === 'consonant' && at > 2)
      steps.push({ taken, shown: 'ों', price: OF_MANY, after: 'vowel' });
    if (after === 'vowel')
      for (const { shown, price } of found(GLIDES, chunk, at)) steps.push({ taken, shown, price, after: 'vowel' });
  }
  return [...steps, ...nasals(latin, at, after, written), ...slips(latin, at, after, written)];
}

function found(table: ReadonlyMap<string, readonly Reading[]>, chunk: string, at: number): readonly Reading[] {
  const lower = chunk.toLowerCase();
  if (at > 0 && lower !== chunk) {
    const meant = table.get(chunk);
    if (meant) return meant;
  }
  return table.get(lower) ?? [];
}

function vowel(sign: string, price: number, taken: number, after: After): Step {
  const shown = after === 'consonant' ? (sign === '-' ? '' : sign) : (ALONE[sign] ?? '');
  return { taken, shown, price, after: 'vowel' };
}

/** At the end of a word a single letter is long, but behind letters that are joined (मन्त्र, राज्य) it may not be spoken. */
function placed(chunk: string, sign: string, last: boolean, written: string): number {
  if (!last) return 0;
  if (chunk === 'a') return sign === '-' ? (written.at(-2) === VIRAMA ? 0.1 : 0.8) : -0.45;
  if (chunk === 'i') return sign === 'ि' ? 0.4 : -0.45;
  if (chunk === 'u') return sign === 'ू' ? -0.2 : 0;
  return 0;
}

/** `banana` is बनाना: the vowel that nobody speaks in बनना is typed by few. */
const SILENT_TYPED = 0.25;
const CONSONANT_AND_VOWEL = /^(?:[kgcjtdpbs]h|[b-df-hj-np-tv-z])[aeiou]/i;

/** `cover` and `slate` are typed as English spells them. */
const ENGLISH_END = /^(?:s|rs?)?$/i;
const SILENT_IN_ENGLISH = -0.6;

function silent(latin: string, at: number, chunk: string, sign: string): number {
  if (sign !== '-' || at <= 2) return 0;
  const behind = latin.slice(at + 1);
  if (chunk === 'e') return ENGLISH_END.test(behind) ? SILENT_IN_ENGLISH : 0;
  return chunk === 'a' && CONSONANT_AND_VOWEL.test(behind) ? SILENT_TYPED : 0;
}

const GLIDING = new Set(['य', 'र', 'व']);
const SIBILANTS = new Set(['स', 'श', 'ष']);
const ASPIRATED: Readonly<Record<string, string>> = {
  क: 'ख',
  ग: 'घ',
  च: 'छ',
  ज: 'झ',
  ट: 'ठ',
  ड: 'ढ',
  त: 'थ',
  द: 'ध',
  प: 'फ',
  ब: 'भ',
};

/** A letter and its h are one letter, and hardly ever two: `dekha` is no देक्हा. */
const ASPIRATION = 1.5;

function jointsOf(written: string, shown: string): { shown: string; price: number; after: After }[] {
  const before = written.at(-1) ?? '';
  const first = shown[0] ?? '';
  const split = first === 'ह' && (ASPIRATED[before] !== undefined || before === 'स') ? ASPIRATION : 0;
  const atStart = written.length === 1;
  const same = before === first;
  const joined = same || ASPIRATED[before] === first || GLIDING.has(first) || SIBILANTS.has(before) ? 0.1 : 0.35;
  const apart = atStart ? 1.5 : same ? 0.5 : GLIDING.has(first) ? 0.8 : 0.4;
  return [
    { shown: VIRAMA + shown, price: joined + split, after: 'consonant' },
    { shown, price: apart + split, after: 'consonant' },
  ];
}

const VOWEL_LETTER = /[aeiou]/i;

function nasals(latin: string, at: number, after: After, written: string): Step[] {
  const letter = latin[at]?.toLowerCase();
  if (after !== 'vowel' || (letter !== 'n' && letter !== 'm')) return [];
  const next = latin[at + 1];
  const nasal = (shown: string, price: number, taken = 1): Step => ({ taken, shown, price, after: 'vowel' });
  if (next === undefined) {
    if (letter === 'm') return [nasal('ं', 0.9)];
    return LONG_SIGNS.test(written) ? [nasal('ं', 0.05), nasal('ँ', 0.3)] : [nasal('ं', 1.5)];
  }
  if (VOWEL_LETTER.test(next)) return [];
  const steps = [nasal('ं', letter === 'n' ? 0.35 : /[pb]/i.test(next) ? 0.35 : /[yrlvshw]/i.test(next) ? 0.2 : 1)];
  if (letter === 'n') steps.push(nasal('ँ', 0.9));
  if (letter === 'n' && next.toLowerCase() === 'n') steps.push(nasal('ं', 1.2, 2));
  return steps;
}

/** Letters too many, and the visarga. */
function slips(latin: string, at: number, after: After, written: string): Step[] {
  const letter = latin[at]?.toLowerCase() ?? '';
  const steps: Step[] = [];
  if (letter === 'h' && after === 'vowel' && !VOWEL_LETTER.test(latin[at + 1] ?? ''))
    steps.push({ taken: 1, shown: 'ः', price: at + 1 === latin.length ? 0.5 : 1.2, after: 'vowel' });
  if (after === 'consonant' && letter === latin[at - 1]?.toLowerCase() && written !== '')
    steps.push({ taken: 1, shown: '', price: 1.4, after: 'consonant' });
  return steps;
}
