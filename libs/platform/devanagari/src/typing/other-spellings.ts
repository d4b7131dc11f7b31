const VIRAMA = '\u094d';
const DOT = '\u0902';
const MOON = '\u0901';
/** Words without any of these have one spelling. */
const WITH_OTHERS = /[\u0901\u0902\u093c\u0958-\u095b\u095e]|[णनम]\u094d/;
const NUKTA_OF_FOREIGN_SOUNDS = /([कखगजफ])\u093c/g;
/** The nasal letter that belongs to the letter behind it; those of क and च are written by nobody. */
const HALF_NASALS = ['णटठडढ', 'नतथदध', 'मपफबभ'].map((row) => {
  const [nasal = '', ...others] = row;
  const half = nasal + VIRAMA;
  const before = `(?=[${others.join('')}])`;
  return { half, halves: new RegExp(half + before, 'g'), dots: new RegExp(DOT + before, 'g') };
});

/** The other spellings of a word that are right, too: without its nukta (ज्यादा), पहुंच for पहुँच, संबंध for सम्बन्ध and back. */
export function otherSpellingsOf(word: string): string[] {
  if (!WITH_OTHERS.test(word)) return [];
  const spellings = new Set([word]);
  for (const change of [withoutNukta, withDot, withHalfNasals, withDots])
    for (const spelling of [...spellings]) spellings.add(change(spelling));
  spellings.delete(word);
  return [...spellings];
}

const withoutNukta = (word: string) => word.normalize('NFD').replaceAll(NUKTA_OF_FOREIGN_SOUNDS, '$1').normalize('NFC');
const withDot = (word: string) => word.replaceAll(MOON, DOT);
const withHalfNasals = (word: string) =>
  HALF_NASALS.reduce((text, { dots, half }) => text.replaceAll(dots, half), word);
const withDots = (word: string) => HALF_NASALS.reduce((text, { halves }) => text.replaceAll(halves, DOT), word);
