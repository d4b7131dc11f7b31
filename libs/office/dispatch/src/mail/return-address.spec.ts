import { keysIn, newReturnKey, returnAddress } from './return-address';

describe('the address to which a mail is returned', () => {
  it('bears a key that nobody guesses, and that is found in it whatever its pattern and its case', () => {
    const [key, other] = [newReturnKey(), newReturnKey()];
    expect(key).toMatch(/^[a-z2-7]{20}$/);
    expect(other).not.toBe(key);
    for (const pattern of ['office+*@example.in', '*@bounces.example.in', 'b-*.back@example.in']) {
      const address = returnAddress(pattern, key);
      expect(keysIn(`"Office" <${address.toUpperCase()}>, <a@example.in>`)).toEqual([key]);
    }
  });

  it('is no other address: not one with a longer or a shorter word', () => {
    expect(keysIn(`office+${newReturnKey()}a@example.in office+${newReturnKey().slice(1)}@example.in`)).toEqual([]);
  });
});
