import { languagesOf } from '../support/language/languages';

describe('the journeys are told', () => {
  const [EVEN, ODD] = [new Date('2026-01-02T12:00:00Z'), new Date('2026-01-03T12:00:00Z')];

  it('in one language by turns: Hindi on even days of the year, English on odd ones', () => {
    expect(languagesOf(undefined, EVEN)).toEqual(['hi']);
    expect(languagesOf(undefined, ODD)).toEqual(['en']);
    expect(languagesOf('', new Date('2026-12-31T23:59:59Z'))).toEqual(['en']);
  });

  it('in the other one, in both or in one that is named', () => {
    expect(languagesOf('other', EVEN)).toEqual(['en']);
    expect(languagesOf('other', ODD)).toEqual(['hi']);
    expect(languagesOf('both', ODD)).toEqual(['hi', 'en']);
    expect(languagesOf('hi', ODD)).toEqual(['hi']);
  });

  it('in none that does not exist', () => {
    expect(() => languagesOf('hindi', EVEN)).toThrow('not hindi');
  });
});
