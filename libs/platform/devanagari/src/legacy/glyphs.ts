/**
 * What each character of a text typed in Kruti Dev 010 or DevLys 010 looks like in that font, in the letters of Unicode. These fonts
 * draw Hindi over the Latin characters of a typewriter. Half letters end in a virama; the bar `k` makes them whole.
 * Signs that stand elsewhere than they are typed (`f`, `Z`) are named below.
 */
const SINGLE: readonly (readonly [glyphs: string, shown: string])[] = [
  // Whole letters.
  ...pairs('d क x ग p च N छ t ज > झ V ट B ठ M ड < ढ r त n द u न i प Q फ c ब e म ; य j र y ल G ळ o व l स g ह ³ ङ ¥ ञ'),
  ...pairs(
    'K ज्ञ = त्र J श्र ) द्ध | द्य } द्व æ द्र ç प्र Á प्र Ø क्र Ý फ्र ä क्त ô क्क ê ट्ट ë ट्ठ ì ड्ड ï ड्ढ í द्द é न्न Ì द्द Í ट्ट Î ट्ठ Ï ड्ड Ô ड्ढ',
  ),
  ...pairs('Ñ कृ — कृ – दृ â हृ à ह्न á ह्य ã ह्म # रु : रू Ò भ'),
  // Half letters.
  ...pairs('D क् [ ख् X ग् ? घ् P च् T ज् ÷ झ् Ö झ् . ण् R त् F थ् / ध् Ë ध् è ध् U न् I प् ¶ फ् C ब् H भ् E म् ¸ य् Y ल् O व्'),
  ...pairs('\' श् Ü श् " ष् L स् º ह् { क्ष् « त्र् Ù त्त् Ÿ त्त् ™ न्न्'),
  // Vowels and their signs.
  ...pairs(
    'v अ b इ Ã ई m उ Å ऊ _ ऋ , ए k ा h ी q ु w ू ` ृ s े S ै W ॅ ‚ ॉ a ं ¡ ँ È ीं ~ \u094d z \u094dर ª \u094dर î \u094dय Ó \u094dय + \u093c',
  ),
  // Digits and signs.
  ...pairs(
    'å ० ƒ १ „ २ … ३ † ४ ‡ ५ ˆ ६ ‰ ७ Š ८ ‹ ९ A । - . & - ] , @ / ( ; \\ ? ¼ ( ½ ) ¿ { À } ¾ = $ + ^ ‘ * ’ Þ “ ß ” Œ ॰ • ऽ · ऽ Ä घ',
  ),
];

function pairs(list: string): [string, string][] {
  const words = list.split(' ');
  return Array.from({ length: words.length / 2 }, (_, index) => [words[2 * index] ?? '', words[2 * index + 1] ?? '']);
}

export const GLYPHS: ReadonlyMap<string, string> = new Map(SINGLE);

/** ि, typed before the letters on which it stands. */
export const SHORT_I_BEFORE = 'f';
/** The reph (र् above), typed behind the syllable before which it is spoken. */
export const REPH_BEHIND = 'Z';
/** Marks that stand for several of them. */
export const COMPOSED: ReadonlyMap<string, string> = new Map([
  ['±', 'Za'],
  ['Æ', 'Zf'],
  ['Ç', 'fa'],
  ['É', 'Zfa'],
  ['Ê', 'hZ'],
]);
/** Drawn as a visarga, and typed for a colon too. */
export const VISARGA_OR_COLON = '%';
