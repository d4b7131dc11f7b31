const VIRAMA = '\u094d';
/** The nasal letter that belongs to the letter behind it; those of क and च are written by nobody. */
const HALF_NASALS = [
  ['ण', 'टठडढ'],
  ['न', 'तथदध'],
  ['म', 'पफबभ'],
] as const;

/** The other spellings of a word that are right, too: without its nukta (ज्यादा), पहुंच for पहुँच, संबंध for सम्बन्ध and back. */
export function otherSpellingsOf(word: string): string[] {
  const spellings = new Set([word]);
  for (const change of [withoutNukta, withoutMoon, withHalfNasals, withDots])
    for (const spelling of [...spellings]) spellings.add(change(spelling));
  spellings.delete(word);
  return [...spellings];
}

const withoutNukta = (word: string) =>
  word
    .normalize('NFD')
    .replaceAll(/([कखगजफ])\u093c/g, '$1')
    .normalize('NFC');

const withoutMoon = (word: string) => word.replaceAll('ँ', 'ं');

const withHalfNasals = (word: string) =>
  HALF_NASALS.reduce((text, [nasal, row]) => text.replaceAll(new RegExp(`ं(?=[${row}])`, 'g'), nasal + VIRAMA), word);

const withDots = (word: string) =>
  HALF_NASALS.reduce((text, [nasal, row]) => text.replaceAll(new RegExp(`${nasal}${VIRAMA}(?=[${row}])`, 'g'), 'ं'), word);
