import { CLUSTER, CONSONANT, NASAL, NUKTA, VIRAMA, VOWEL_SIGN } from '../letters/letters';
import { COMPOSED, GLYPHS, REPH_BEHIND, SHORT_I_BEFORE, VISARGA_OR_COLON } from './glyphs';

/** Places that are taken until the signs stand where Unicode has them; private-use characters, which no text of these fonts has. */
const SHORT_I = '\ue000';
const REPH = '\ue001';
const VISARGA = '\ue002';
const SIGN_I = 'ि';

/** An address of the net is not typed in a font of Hindi; it stays. */
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}/g;

/** A text that was typed in Kruti Dev 010 or DevLys 010, in Unicode. Whatever these fonts do not draw stays as it is. */
export function fromKrutiDev(legacy: string): string {
  let unicode = '';
  let at = 0;
  for (const match of legacy.matchAll(ADDRESS)) {
    unicode += convert(legacy.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return unicode + convert(legacy.slice(at));
}

function convert(legacy: string): string {
  return inPlace(shown(legacy)).normalize('NFC');
}

/** What the font draws, from left to right. */
function shown(legacy: string): string {
  let text = '';
  for (const typed of legacy.replace(PUNCTUATION, (sign) => PUT_ASIDE[sign] ?? sign))
    for (const glyph of COMPOSED.get(typed) ?? typed)
      if (glyph === SHORT_I_BEFORE) text += SHORT_I;
      else if (glyph === REPH_BEHIND) text += REPH;
      else if (glyph === VISARGA_OR_COLON) text += VISARGA;
      else text += GLYPHS.get(glyph) ?? TAKEN_BACK[glyph] ?? glyph;
  return text;
}

/** Signs that these fonts draw as letters or digits, where they can only be signs: alone, or three dots behind a word. */
const PUNCTUATION = /(?<=^|\s)[–—•·](?=\s|$)|…(?![åƒ„…†‡ˆ‰Š‹])(?<![åƒ„…†‡ˆ‰Š‹]…)/g;
const PUT_ASIDE: Readonly<Record<string, string>> = {
  '–': '\ue003',
  '—': '\ue004',
  '•': '\ue005',
  '·': '\ue006',
  '…': '\ue007',
};
const TAKEN_BACK = Object.fromEntries(Object.entries(PUT_ASIDE).map(([sign, place]) => [place, sign]));

const SIGNS = `(?:${VOWEL_SIGN}|${NASAL}){0,6}`;

/** In this order: each step finds what the one before it has put right. */
const STEPS: readonly (readonly [found: RegExp, put: string])[] = [
  // The nukta stands with its letter, the bar makes a half letter whole.
  [new RegExp(`${VIRAMA}${NUKTA}`, 'g'), `${NUKTA}${VIRAMA}`],
  [new RegExp(`${VIRAMA}ा`, 'g'), ''],
  [new RegExp(`(${VOWEL_SIGN})${NUKTA}`, 'g'), `${NUKTA}$1`],
  // The long vowels that are made of a short one and its signs.
  [new RegExp(`इ${REPH}`, 'g'), 'ई'],
  [/अाे|अो/g, 'ओ'],
  [/अाै|अौ/g, 'औ'],
  [/अा?ॅ?ॉ|अाॅ/g, 'ऑ'],
  [/अा/g, 'आ'],
  [/एे/g, 'ऐ'],
  [/उू/g, 'ऊ'],
  // Nasals stand behind the signs of vowels, once.
  [new RegExp(`(${NASAL}{1,6})(${VOWEL_SIGN}{1,6})`, 'g'), '$2$1'],
  [new RegExp(`(${NASAL}|${VOWEL_SIGN})\\1+`, 'g'), '$1'],
  [/ाे|ेा/g, 'ो'],
  [/ाै|ैा/g, 'ौ'],
  [/ाॅ|ॅा/g, 'ॉ'],
  // The short i behind the letters that it was typed before; the anusvara or reph that was typed with it goes along.
  [new RegExp(`${SHORT_I}(${NASAL}?)(${REPH}?)(${CLUSTER})`, 'g'), `$3${SIGN_I}$2$1`],
  [new RegExp(`${REPH}${SHORT_I}(${NASAL}?)(${CLUSTER})`, 'g'), `$2${SIGN_I}${REPH}$1`],
  // The reph before the syllable that it was typed behind.
  [new RegExp(`(${CLUSTER}${SIGNS})${REPH}`, 'g'), `र${VIRAMA}$1`],
  // What found no letter to stand on.
  [new RegExp(SHORT_I, 'g'), SIGN_I],
  [new RegExp(REPH, 'g'), `र${VIRAMA}`],
];

function inPlace(drawn: string): string {
  return visargas(STEPS.reduce((text, [found, put]) => text.replace(found, put), drawn));
}

/** Words that end in a visarga; elsewhere at the end of a word the same mark is a colon. */
const ENDS_IN_VISARGA =
  /^(?:अतः|अनिवार्यतः|छः|पुनः|प्रायः|पूर्णतः|अन्ततः|अंततः|सम्भवतः|संभवतः|सामान्यतः|साधारणतः|मुख्यतः|विशेषतः|स्वतः|मूलतः|वस्तुतः|फलतः|क्रमशः|शब्दशः|प्रायशः|कोटिशः|अन्तः|अंतः|प्रातः|नमः|निः|दुः)$/;
const WITH_MARK = new RegExp(`([\u0900-\u0963]{0,30})${VISARGA}(?=(${CONSONANT})?)`, 'g');

function visargas(text: string): string {
  return text.replace(WITH_MARK, (_, before: string, next: string | undefined) =>
    next !== undefined || ENDS_IN_VISARGA.test(`${before}ः`) ? `${before}ः` : `${before}:`,
  );
}
