import { fill, label, messagesOf, translateRefusal } from './index';

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

describe('a refusal', () => {
  it('is said in the language of its reader, each parameter in its form', () => {
    const sentence = translateRefusal('hi', 'no-such-code {a:number} {b:day} {c:urgency} {d} {e} {f:time}', {
      a: 123456,
      b: '2026-11-24',
      c: 'immediate',
      d: { hi: 'क', en: 'k' },
      e: [],
      f: '2026-11-24T11:10:00Z',
    });
    expect(sentence).toBe(
      `no-such-code 1,23,456 24 नवम्बर 2026 ${label('hi', 'urgency', 'immediate')} क — 24 नवम्बर 2026, 16:40`,
    );
    expect(translateRefusal('en', '{missing}')).toBe('—');
  });
});

it('a topic is read in both languages', () => {
  expect(messagesOf('letter', 'hi').subject).toBe('विषय:-');
  expect(messagesOf('letter', 'en').subject).toBe('Subject:');
});
