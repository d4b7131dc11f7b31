import { remembered } from './remembered';

describe('what is remembered of words', () => {
  it('is made once, and is the same', () => {
    const made: string[] = [];
    const turned = remembered((word) => {
      made.push(word);
      return { word };
    });
    expect(turned('पेंशन')).toBe(turned('पेंशन'));
    expect(turned('वेतन')).toEqual({ word: 'वेतन' });
    expect(made).toEqual(['पेंशन', 'वेतन']);
  });

  it('is made each time of what is no word', () => {
    let made = 0;
    const counted = remembered(() => (made += 1));
    counted('क'.repeat(41));
    counted('क'.repeat(41));
    expect(made).toBe(2);
  });

  it('is let go when it becomes too much', () => {
    let made = 0;
    const counted = remembered(() => (made += 1));
    for (let at = 0; at < 50_001; at++) counted(`w${at}`);
    counted('w50000');
    expect(made).toBe(50_001);
    counted('w0');
    expect(made).toBe(50_002);
  });
});
