import { initialsOf } from './initials';

describe('the initials of an addressee', () => {
  it.each([
    ['राजेश कुमार वर्मा', 'रा० कु० व०'],
    ['जिला समाज कल्याण अधिकारी', 'जि० स० क० अ०'],
    // A syllable of several consonants is one letter to whoever reads it.
    ['श्री त्रिलोकी क्षेत्रपाल', 'श्री० त्रि० क्षे०'],
    ['ज्ञानेन्द्र प्र० शर्मा', 'ज्ञा० प्र० श०'],
    ['Rajesh Kumar Verma', 'R. K. V.'],
    ['The District Magistrate, Azamgarh', 'T. D. M. A.'],
    ["D'Souza (Retd.)", 'D. R.'],
    ['Élodie', 'É.'],
    ['صدر، اردو اکادمی', 'ص. ا. ا.'],
    ['कार्यालय 5', 'का०'],
    ['  ', ''],
    ['12-34', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('are one letter of each word, whatever was typed', () => {
    for (const name of ['क्'.repeat(300), '\u0000\ud800', 'a'.repeat(10_000), '👨‍👩‍👧 परिवार']) {
      expect(
        initialsOf(name)
          .replace(/[^ ]*[०.]/g, '')
          .trim(),
      ).toBe('');
    }
  });
});
