import { repairSigns } from '../letters/repair';
import { remembered } from './remembered';

/** A letter with its signs, or a digit; what stands between is no part of a word. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ZERO = 0x0966;
/** Joiners, and the marks of direction that come along when one copies. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** जि०अ०, डी०एम०, S.D.M.: the sign of an abbreviation, not a nought or a full stop, within it and at its end. */
const ABBREVIATION =
  /(?<=(?:^|[^\p{L}\p{M}\p{N}]|[०॰.])(?:[a-z]|[\u0904-\u0939][\u093c\u093e-\u094d]?){1,2})[०॰.](?=\p{L}|[^\p{N}]|$)/gu;
/** ई-ऑफिस, X-ray, UP50-AT-0417: words that are written together as well. */
const WITH_HYPHENS = /[\p{L}\p{M}\p{N}\-\u2010-\u2013]+/gu;
const HYPHEN = /[-\u2010-\u2013]/g;
/** Half ङ ञ ण न म before what can carry their sound as a dot. */
const HALF_NASAL = /[ङञणनम]्(?=[क-घच-झट-ढत-धप-भशषसह])/g;

/** What a conversion from a legacy font displaced, beside what `repairSigns` puts right: गा्रम, कायोर्ं. */
const DISPLACED: readonly (readonly [RegExp, string])[] = [
  [/([\u093e-\u094c])(्र)/g, '$2$1'],
  [/([क-ह])([\u093e-\u094c]?)र्(?=ं|$)/g, 'र्$1$2'],
];

/** How a spelling is folded to the one that all spellings of a word share, in this order. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/़/g, ''],
  [/ँ/g, 'ं'],
  // चिह्न चिन्ह, ब्रह्म ब्रम्ह
  [/ह्[नम]/g, 'ंह'],
  [HALF_NASAL, 'ं'],
  [/ः/g, ''],
  // Of doubled signs one stands, whatever a conversion made of them.
  [/([\u0902\u093e-\u094d])\1+/g, '$1'],
  // गये गए, चाहिये चाहिए, नयी नई, आयी आई
  [/(?<=[\u093e\u093f])ये/g, 'ए'],
  [/(?<=[\u093e-\u094c\u0915-\u0939])यी$/g, 'ई'],
  // कर्त्तव्य कर्तव्य, धर्म्म धर्म: a letter doubled behind a half र.
  [/(?<=र्)([क-ह])्\1/g, '$1'],
  [/ॉ/g, 'ा'],
  [/ऑ/g, 'आ'],
  [/्$/g, ''],
];

const changed = (word: string, changes: typeof SPELLINGS): string =>
  changes.reduce((spelt, [found, put]) => spelt.replace(found, put), word);

/** Texts repeat their words. */
const foldWord = remembered((word) => {
  if (!/[\u0900-\u097f]/.test(word)) return word.normalize('NFD').replace(/\p{M}/gu, '');
  const placed = changed(word.normalize('NFD'), DISPLACED);
  return changed(repairSigns(placed) ?? placed, SPELLINGS);
});

const foldedWords = (text: string): string[] => (text.match(WORD) ?? []).map(foldWord).filter((word) => word !== '');

/**
 * The words of a text in their order, each in the one spelling by which it is found: small letters, western digits, without
 * nukta, joiners and visarga, every nasal a dot, and without what a conversion from a legacy font misplaced.
 */
export function wordsIn(text: string): string[] {
  return foldedWords(plain(text));
}

/** The compounds of a text, each as one folded word; their parts are among its words. */
export function compoundsIn(text: string): string[] {
  const runs = plain(text).match(WITH_HYPHENS) ?? [];
  const parts = runs.map((run) => run.split(HYPHEN).filter((part) => part !== ''));
  return parts.filter(({ length }) => length > 1).flatMap((own) => foldedWords(own.join('')));
}

export interface PlacedWord {
  /** Folded. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** A word as it is written, with what may stand within it or at its end. */
const WRITTEN =
  /[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}॰.\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[\p{L}\p{M}\p{N}॰])?/gu;

const wordsOfWritten = remembered(wordsIn);

/** The words of a text with the places where they stand in it, as it is: those that are written together share one. */
export function placedWordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(WRITTEN)].flatMap(({ 0: written, index }) =>
    wordsOfWritten(written).map((word) => ({ word, from: index, to: index + written.length })),
  );
}

function plain(text: string): string {
  const seen = text.normalize('NFC').replace(UNSEEN, '').toLowerCase().replace(ABBREVIATION, '');
  return seen.replace(/[०-९]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - ZERO + 48));
}
