import { refuseWeakPassword } from './refuse-weak-password';

const OWNER = {
  username: 'sunita.k',
  names: ['सुनीता कुमारी', 'Sunita Kumari', 'मण्डलायुक्त कार्यालय', "Divisional Commissioner's Office"],
};
const codeOf = (password: string): unknown => {
  try {
    refuseWeakPassword(password, OWNER);
    return undefined;
  } catch (error) {
    return (error as { code: unknown }).code;
  }
};

describe('a new password', () => {
  it.each([
    ['1234567890', 'stands in the list'],
    ['Password12', 'is a common word with digits'],
    ['!!Sunshine@2026!!', 'is a common word between signs and digits'],
    ['QWERTYUIOP', 'is common in small letters'],
    ['passwordpassword', 'is a common word twice'],
    ['aaaaaaaaaaaa', 'is one letter'],
    ['121212121212', 'is two digits in turn'],
    ['abcabcabcabc', 'is three letters in turn'],
    ['कककककककककक', 'is one Hindi letter'],
    ['patravali123', 'is the name of the program with digits'],
    ['2026-Patravali!', 'is the name of the program with a year'],
    ['P@tr4vali 2027', 'is the name of the program with signs for letters'],
    ['मेरी पत्रावली 2026', 'holds the name of the program in Hindi'],
    ['P@ssw0rd2026', 'is a common word with signs for letters'],
  ])('%s is refused: it %s', (password) => {
    expect(codeOf(password)).toBe('password-common');
  });

  it.each([
    'my name is SUNITA',
    'Commissioner2026',
    'C0mmi$$ioner-1',
    'sunita.k 4711 x',
    'Kumari-blue-train',
    'सुनीता नीली रेल',
    'commissioner-7-11-19',
  ])('%s is refused: it holds a name of the person or the office', (password) => {
    expect(codeOf(password)).toBe('password-holds-name');
  });

  it.each([
    'four blue trains at noon',
    'नीली रेल दोपहर चली',
    'kf83hd72ls',
    '7301-4482-9917',
    'password of the moon',
    'long '.repeat(99),
  ])('%s is taken', (password) => {
    expect(codeOf(password)).toBeUndefined();
  });
});
