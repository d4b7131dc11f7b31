/** The forms that a noun or adjective of the list takes, without the word itself; among them some that it does not have. */
export function formsOf(word: string): string[] {
  const stem = word.slice(0, -1);
  const form = (ending: string) => word + ending;
  switch (word.at(-1)) {
    case 'ा':
      return [...['े', 'ों', 'ें'].map((ending) => stem + ending), ...['ओं', 'एं', 'एँ', 'यें'].map(form)];
    case 'ी':
      return ['ियों', 'ियां', 'ियाँ', 'िगण'].map((ending) => stem + ending).concat(form('गण'));
    case 'ि':
      return ['यों', 'यां', 'याँ'].map(form);
    case 'ु':
      return ['ओं'].map(form);
    case 'ू':
      return [`${stem}ुओं`];
    default:
      return /(?:[\u0915-\u0939]|\u093c)$/.test(word) ? ['ों', 'ें', 'ानुसार', 'ार्थ'].map(form) : [];
  }
}

const OF_ALL_STEMS = ['ना', 'ने', 'नी', 'ता', 'ते', 'ती', 'कर'];
const OF_CONSONANTS = ['ा', 'े', 'ी', 'ें', 'ूँ', 'ूं', 'ूंगा', 'ूँगा', 'ेगा', 'ेगी', 'ेंगे', 'ेंगी', 'ो', 'िए', 'िये'];
const OF_VOWELS = [
  'या',
  'ये',
  'यी',
  'ए',
  'ई',
  'एँ',
  'एं',
  'यें',
  'येगा',
  'येगी',
  'येंगे',
  'एगा',
  'एगी',
  'एंगे',
  'एँगे',
  'ऊँ',
  'ऊंगा',
  'ओ',
  'इए',
  'इये',
];

/** The forms of a verb, from its infinitive. */
export function formsOfVerb(infinitive: string): string[] {
  const stem = infinitive.slice(0, -2);
  const endings = /(?:आ|[\u093e-\u094c])$/.test(stem) ? OF_VOWELS : OF_CONSONANTS;
  return [...OF_ALL_STEMS, ...endings].map((ending) => stem + ending).concat(stem);
}
