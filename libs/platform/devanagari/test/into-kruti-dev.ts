/** Hindi as a typist of Kruti Dev 010 types it: the other way round, for tests. */
const LETTERS: Readonly<Record<string, string>> = {
  ...table(
    'क d ख [k ग x घ ?k ङ ³ च p छ N ज t झ > ञ ¥k ट V ठ B ड M ढ < ण .k त r थ Fk द n ध /k न u प i फ Q ब c भ Hk म e य ; र j ल y व o श \'k ष "k स l ह g ळ G',
  ),
  ...table('अ v आ vk इ b ई bZ उ m ऊ Å ऋ _ ए , ऐ ,s ओ vks औ vkS ऑ vkW'),
  ...table('ा k ी h ु q ू w ृ ` े s ै S ो ks ौ kS ॉ kW ॅ W ं a ँ ¡ ः % ़ + ् ~'),
  ...table('। A , ] - & . - ( ¼ ) ½ / @ : % ? \\ ; ( ‘ ^ ’ * “ Þ ” ß = ¾'),
};
const HALVES: Readonly<Record<string, string>> = table(
  'क D ख [ ग X घ ? च P ज T झ ÷ ण . त R थ F ध / न U प I फ ¶ ब C भ H म E य ¸ ल Y व O श \' ष " स L ह º',
);
const JOINED: Readonly<Record<string, string>> = table(
  'क्ष {k त्र = ज्ञ K श्र J द्ध ) द्य | द्व } क्त Dr त्त Ùk न्न é द्द í ट्ट ê ट्ठ ë ह्न à ह्य á ह्म ã हृ â प्र iz क्र Ø द्र nz ट्र Vª ड्र Mª ग्र xz रु # रू :',
);

function table(list: string): Record<string, string> {
  const words = list.split(' ');
  return Object.fromEntries(
    Array.from({ length: words.length / 2 }, (_, index) => [words[2 * index], words[2 * index + 1]]),
  ) as Record<string, string>;
}

const CONSONANT = '[\\u0915-\\u0939]\\u093c?';
const SYLLABLE = new RegExp(
  `(र्)?((?:${CONSONANT}्)*${CONSONANT})(्(?![\\u0915-\\u0939]))?([\\u093e-\\u094c]?)([ँंः]?)`,
  'g',
);

export function intoKrutiDev(unicode: string): string {
  let typed = '';
  let at = 0;
  const rest = (until: number) => Array.from(unicode.slice(at, until), (letter) => LETTERS[letter] ?? letter).join('');
  for (const match of unicode.matchAll(SYLLABLE)) {
    typed += rest(match.index);
    const [whole, reph = '', cluster = '', virama = '', vowel = '', nasal = ''] = match;
    at = match.index + whole.length;
    const joined = vowel === 'ु' || vowel === 'ू' ? JOINED[cluster + vowel] : undefined;
    const hri = vowel === 'ृ' ? JOINED[cluster + vowel] : undefined;
    const letters = joined ?? hri ?? clusterOf(cluster);
    const sign = (joined ?? hri) ? '' : (LETTERS[vowel] ?? '');
    const behind = (reph === '' ? '' : 'Z') + (nasal === '' ? '' : (LETTERS[nasal] ?? ''));
    typed += vowel === 'ि' ? `f${letters}${behind}` : `${letters}${virama === '' ? '' : '~'}${sign}${behind}`;
  }
  return typed + rest(unicode.length);
}

/** From the left the longest that has a glyph of its own. */
function clusterOf(cluster: string): string {
  const parts = cluster.split('्');
  let typed = '';
  while (parts.length > 0) {
    const known = parts.length > 1 ? JOINED[`${parts[0] ?? ''}्${parts[1] ?? ''}`] : undefined;
    const [first = '', second] = parts;
    if (known !== undefined && (parts.length === 2 || known.endsWith('k'))) {
      typed += parts.length === 2 ? known : known.slice(0, -1);
      parts.splice(0, 2);
    } else if (second === 'र' && parts.length === 2) {
      typed += `${letter(first)}z`;
      parts.splice(0, 2);
    } else {
      typed += second === undefined ? letter(first) : half(first);
      parts.shift();
    }
  }
  return typed;
}

function letter(one: string): string {
  return Array.from(one, (each) => LETTERS[each] ?? each).join('');
}

function half(one: string): string {
  return HALVES[one] ?? `${letter(one)}~`;
}
