import { fill } from './index';

describe('filling a sentence', () => {
  it('groups counts as in India, chooses the form for the count and leaves text as it is', () => {
    expect(fill('{n} {n|letter|letters}', { n: 1 }, 'en')).toBe('1 letter');
    expect(fill('{n} {n|letter|letters}', { n: 123456 }, 'en')).toBe('1,23,456 letters');
    expect(fill('{n} {n|पत्र|पत्र}', { n: 0 }, 'hi')).toBe('0 पत्र');
    expect(fill('{n}', { n: 1234.5678 }, 'en')).toBe('1,234.57');
    expect(fill('port {port}', { port: '3000' }, 'en')).toBe('port 3000');
  });

  it('leaves what has no value, and never looks at what it filled in', () => {
    expect(fill('{page} / {pages}', {}, 'hi')).toBe('{page} / {pages}');
    expect(fill('{n|page|pages}', {}, 'en')).toBe('{n|page|pages}');
    expect(fill('{a}', { a: { b: 'x' } }, 'en')).toBe('{a}');
    expect(fill('{a} {b}', { a: '{b} $& $1', b: 'x' }, 'en')).toBe('{b} $& $1 x');
  });
});
