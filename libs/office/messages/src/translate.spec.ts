import { label, messagesOf, translateRefusal } from './index';

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
