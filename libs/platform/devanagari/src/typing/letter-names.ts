/** Names of the letters of English. */
const LETTER_NAMES = 'ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड'.split(' ');

/** The names of capital letters, as Hindi writes an abbreviation. */
export const spelledOut = (capitals: string): string =>
  Array.from(capitals, (letter) => LETTER_NAMES[letter.charCodeAt(0) - 'A'.charCodeAt(0)] ?? '').join('');
