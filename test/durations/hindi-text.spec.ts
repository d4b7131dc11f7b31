import { alternativesTo, cured, fromKrutiDev, loadLexicon } from '@patravali/devanagari';
import { WORDS_AS_TYPED } from '../../libs/platform/devanagari/test/words-as-typed';
import { growth } from './growth';

const [SHORT, LONG] = [40_000, 160_000];
/** Linear would be four times, quadratic sixteen. */
const MOST = 8;

describe('a Hindi text that was made to be slow', () => {
  it.each(['f', 'Z', 'k', '~', 'D', 'fZ', '%', 'kZ', 'd~', 'a', 'sk', '@a.'])(
    'in Kruti Dev is converted in time that grows with its length alone: %s',
    async (hostile) => {
      const convert = (times: number) => () => fromKrutiDev(hostile.repeat(times));
      expect(await growth(convert(SHORT), convert(LONG))).toBeLessThan(MOST);
    },
  );

  it.each(['f', 'Z', 'k;', 'D', '"k', 'a-', '[x', 'क्', 'ंे', 'ि', 'ा', 'The ', "'"])(
    'is looked through for what to cure in time that grows with its length alone: %s',
    async (hostile) => {
      const cure = (times: number) => () => cured(hostile.repeat(times));
      expect(await growth(cure(SHORT), cure(LONG))).toBeLessThan(MOST);
    },
  );

  it.each(['a'.repeat(40), 'nn'.repeat(20), 'shri'.repeat(10), 'kshtr'.repeat(8)])(
    'typed in Latin letters takes no more than some words of the office: %s',
    async (word) => {
      const lexicon = await loadLexicon();
      const read = (words: readonly string[]) => () => words.forEach((each) => alternativesTo(each, lexicon));
      const usual = WORDS_AS_TYPED.slice(0, 100).map(([latin]) => latin);
      expect(await growth(read(usual), read([word]))).toBeLessThan(1);
    },
  );
});
