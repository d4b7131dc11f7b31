import { addressOnLetters } from './address-on-letters';

describe('the address that letters bear', () => {
  const on = (publicUrl: string, demo = false) => addressOnLetters({ publicUrl, demo });

  it('is the public one', () => {
    for (const each of ['https://office.example.in', 'http://10.1.2.3:3000', 'https://127.example.in']) {
      expect(on(each)).toBe(each);
    }
  });

  it('is none while that only names this machine, but in a demo', () => {
    for (const each of ['http://127.0.0.1:3000', 'http://127.1.2.3', 'http://localhost:3000', 'http://[::1]:3000']) {
      expect(on(each)).toBeNull();
      expect(on(each, true)).toBe(each);
    }
  });
});
