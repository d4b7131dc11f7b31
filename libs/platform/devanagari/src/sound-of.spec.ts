import { soundOf } from './sound-of';

describe('The sound of a word', () => {
  it.each([
    ['लेखाकार', ['lekhakar', 'lekhaakaar', 'Lekhakaar']],
    ['अधिष्ठान', ['adhishthan', 'adhisthan', 'adhishthaan']],
    ['अधिकारी', ['adhikari', 'adhikaaree']],
    ['सचिव', ['sachiv', 'sachiw']],
    ['प्रशासन', ['prashasan', 'prasasan']],
    ['मुख्य', ['mukhya']],
    ['कार्यालय', ['karyalay', 'kaaryaalay']],
    ['सम्बन्ध', ['sambandh', 'sanbandh']],
    ['संबंध', ['sambandh']],
    ['विज्ञान', ['vigyan']],
    ['फ़ाइल', ['phail', 'fail']],
    ['उप', ['up']],
    ['ऊर्जा', ['oorja', 'urja']],
    ['महिला', ['mahila']],
    ['छात्र', ['chhatra', 'chatra']],
  ])('of %s is that of %j', (hindi, typed) => {
    for (const latin of typed) expect([latin, soundOf(latin)]).toEqual([latin, soundOf(hindi)]);
  });

  it.each([
    ['लेखाकार', 'adhikari'],
    ['सचिव', 'sahayak'],
    ['इकाई', 'ukai'],
  ])('of %s is not that of %s', (hindi, latin) => {
    expect(soundOf(latin)).not.toBe(soundOf(hindi));
  });

  it('of what has no letters is none', () => {
    expect(soundOf(' -() ')).toBe('');
    expect(soundOf('')).toBe('');
  });
});
