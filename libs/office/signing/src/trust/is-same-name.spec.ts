import { bearsOtherName, isSameName } from './is-same-name';

describe('the name in a certificate and that of the office', () => {
  it.each([
    ['RAJESH KUMAR VARMA', 'Rajesh Kumar Varma'],
    ['Shri Rajesh Varma, IAS', 'Rajesh Varma'],
    ['राजेश कुमार वर्मा', 'राजेश  कुमार वर्मा'],
  ])('%s reads like %s', (one, other) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['R. K. Varma', 'Rajesh Kumar Varma'],
    ['Rao', 'Nandita Rao'],
    ['Asha', 'Asha Devi'],
    ['Varma, Rajesh Kumar', 'Rajesh Kumar Varma'],
    ['Sunita Rawat', 'Rajesh Kumar Varma'],
    // Of Cyrillic letters; of a ligature; of letters without their signs.
    ['Nаndita Rao', 'Nandita Rao'],
    ['Vinod Goﬃn', 'Vinod Goffin'],
    ['राजेश वरमा', 'राजेश वर्मा'],
    ['Shri', 'Shri'],
    ['', ''],
  ])('%s is told beside %s', (one, other) => {
    expect([isSameName(one, other), isSameName(other, one)]).toEqual([false, false]);
  });

  it.each(['Shri', 'Sri', 'Smt', 'Km', 'Kumari', 'Mr', 'Mrs', 'Ms', 'Dr', 'IAS', 'PCS'])(
    'is without %s what it is with it',
    (title) => expect(isSameName(`${title} Asha Devi`, 'Asha Devi')).toBe(true),
  );

  it('is compared in both languages', () => {
    expect(bearsOtherName('NANDITA RAO', ['नन्दिता राव', 'Nandita Rao'])).toBe(false);
    expect(bearsOtherName('NANDITA SEN', ['नन्दिता राव', 'Nandita Rao'])).toBe(true);
  });
});
