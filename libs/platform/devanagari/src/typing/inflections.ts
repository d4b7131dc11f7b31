/** The forms that a noun or adjective of the list takes, without the word itself; among them some that it does not have. */
export function formsOf(word: string): string[] {
  const stem = word.slice(0, -1);
  const form = (ending: string) => word + ending;
  switch (word.at(-1)) {
    case 'ा':
      return [...['े', 'ों'].map((ending) => stem + ending), ...['ओं', 'एं', 'एँ', 'यें'].map(form)];
    case 'ी':
      return ['ियों', 'ियां', 'ियाँ', 'िगण'].map((ending) => stem + ending);
    case 'ि':
      return ['यों', 'यां', 'याँ'].map(form);
    case 'ु':
      return ['ओं'].map(form);
    case 'ू':
      return [`${stem}ुओं`];
    default:
      return /(?:[\u0915-\u0939]|\u093c)$/.test(word) ? ['ों', 'ें'].map(form) : [];
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

/** What makes longer words of known ones; behind a consonant it may begin with the sign of a vowel. */
export const WORD_ENDS = `
पूर्वक शाली शील शीलता करण ीकरण कर्ता कर्ताओं कार कारों कारी कारियों दार दारी दारों वाद वादी वादियों वान मान मय जनक दायक दायी हीन हीनता पूर्ण पति पतियों स्थ ीय िक िकता ित ता ताओं त्व
पन पना ाई ात्मक वासी वासियों जन जनों गण वर्ग दाता दाताओं धारी धारियों धारक विद शास्त्र शास्त्री यात्रा पत्र पत्रों कर्मी कर्मियों नामा गृह घर पुर पुरा पुरी गंज नगर ाबाद गढ़ वाला वाली वाले वालों
वार भर मूलक रूपी सूचक योग्य कालीन शाला शालाओं स्थल स्थलों स्थान दिवस दिवसीय वर्षीय स्तरीय मंडल मण्डल ानुसार ार्थ ार्थी ार्थियों ाधीन ोपरान्त ोपरांत ान्तर्गत ांतर्गत बाज़ बाज बाज़ी बाजी
ख़ाना खाना ख़ोर खोर गर गार मंद मन्द नाक नीय नीयता तम तर तः शः चार चारी ोन्मुख ाभाव ाश्रित ाधिकारी ाध्यक्ष ालय ालयों ोत्सव ेश ेश्वर नाथ दास लाल राम चन्द्र चंद्र प्रसाद कुमार राज देव
`;
