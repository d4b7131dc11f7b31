import { pronunciationOf } from './pronunciation';
import { compoundsIn, wordsIn } from './words-in';

describe('The words of a text', () => {
  it.each([
    ['पेन्शन', 'पेंशन'],
    ['सम्पर्क मार्ग', 'संपर्क मार्ग'],
    ['गङ्गा', 'गंगा'],
    ['ज़िला', 'जिला'],
    ['ज\u093cिला', 'जिला'],
    ['जाँच', 'जांच'],
    ['प्रस्\u200cताव', 'प्रस्ताव'],
    ['नागरिकांे', 'नागरिकों'],
    ['उद््घोषणा', 'उद्घोषणा'],
    ['गा्रम', 'ग्राम'],
    ['कायोर्ं', 'कार्यों'],
    ['कर्त्तव्य', 'कर्तव्य'],
    ['चाहिये', 'चाहिए'],
    ['चिन्ह', 'चिह्न'],
    ['दुःख', 'दुख'],
    ['२०२६', '2026'],
    ['जि०अ०', 'जिअ'],
    ['डी.एम.', 'डीएम'],
    ['S.D.M. सदर', 'sdm सदर'],
    ['Café', 'cafe'],
  ])('%s is found as %s', (text, other) => {
    expect(wordsIn(text)).toEqual(wordsIn(other));
  });

  it.each([
    ['मा० उच्च न्यायालय', ['मा', 'उच्च', 'न्यायालय']],
    ['A-11011/2/2026-Est.', ['a', '11011', '2', '2026', 'est']],
    ['ग्राम १०, गाटा २०', ['ग्राम', '10', 'गाटा', '20']],
    ['  %% \u202e ', []],
    ['', []],
  ])('of %j are %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words.flatMap(wordsIn));
    expect(wordsIn(text)).toHaveLength(words.length);
  });

  it('stand together as well where a hyphen joins them', () => {
    expect(compoundsIn('ई-ऑफिस, X-ray – UP50-AT-0417 - कर')).toEqual([...wordsIn('ईऑफिस'), 'xray', 'up50at0417']);
  });
});

describe('The sound of a word', () => {
  const heard = (text: string) => wordsIn(text).map((word) => pronunciationOf(word).heard);

  it.each([
    ['तहसीलदार', ['tahsildar', 'tehsildar', 'tahseeldaar', 'तहसिलदार']],
    ['जगदम्बा', ['jagdamba', 'jagdambaa', 'जगदंबा']],
    ['खाद्यान्न', ['khadyann', 'खाद्यान']],
    ['मुख्यमन्त्री', ['mukhyamantri', 'mukhymantri']],
    ['नायब', ['naib', 'nayab']],
    ['पाण्डेय', ['pandey', 'pande']],
    ['ज्येष्ठता', ['jyeshthata']],
    ['वर्मा', ['verma', 'varma']],
    ['सिंह', ['singh']],
    ['ज्ञान', ['gyan']],
    ['आबंटन', ['आवण्टन', 'abantan']],
    ['राजनाथ', ['rajnath']],
  ])('%s is that of %j', (word, others) => {
    for (const other of others) expect([other, heard(other)]).toEqual([other, heard(word)]);
  });

  it('tells आ from अ where the script says it', () => {
    expect(pronunciationOf('कार').spelt).not.toBe(pronunciationOf('कर').spelt);
    expect(pronunciationOf('कार').heard).toBe(pronunciationOf('कर').heard);
  });

  it('of what has no letters of these scripts is none', () => {
    expect(pronunciationOf('ক')).toEqual({ spelt: '', heard: '' });
  });
});
