const CLUSTERS = new Intl.Segmenter('hi', { granularity: 'grapheme' });
const BEGINS_WORD = /^\p{L}/u;
const BEFORE_LETTER = /^[^\p{L}]+/u;
/** A consonant without its vowel: the cluster goes on with the next one. Older libraries of Unicode part them there. */
const GOES_ON = /\u094d[\u200c\u200d]?$/;
const DEVANAGARI = /\p{Script=Devanagari}/u;

/**
 * The first letters of the words of a name, as an office abbreviates it: `रा० कु० व०`, `R. K. V.`; whoever has the letter knows it again,
 * and nobody else learns it. Of Hindi the whole first syllable, since half a letter is none. Words without letters are left out.
 */
export function initialsOf(name: string): string {
  return name
    .normalize('NFC')
    .split(/[\s,;/-]+/)
    .map((word) => firstCluster(word.replace(BEFORE_LETTER, '')))
    .filter((cluster) => BEGINS_WORD.test(cluster))
    .map((cluster) => cluster + (DEVANAGARI.test(cluster) ? '०' : '.'))
    .join(' ');
}

function firstCluster(word: string): string {
  let cluster = '';
  for (const { segment } of CLUSTERS.segment(word)) {
    cluster += segment;
    if (!GOES_ON.test(cluster)) break;
  }
  return cluster;
}
