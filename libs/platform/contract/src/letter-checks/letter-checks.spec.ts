import { factsOf, letterOf, PLANTED, SOUND } from '../../test/checked-letters';
import { checkLetter, LETTER_CHECKS } from './letter-checks';

const found = (letter: (typeof SOUND)[number]) =>
  checkLetter(letterOf(letter), factsOf(letter)).map(({ check }) => check);

describe('the checks of a letter', () => {
  it('are tried on forty planted faults, each kind among them, and on forty letters in order', () => {
    expect([PLANTED.length, SOUND.length]).toEqual([40, 40]);
    expect([...new Set(PLANTED.map(({ fault }) => fault))].sort()).toEqual([...LETTER_CHECKS].sort());
  });

  it.each(PLANTED.map((letter, index) => [index + 1, letter.fault, letter] as const))(
    'find planted fault %i: %s, and no other',
    (_, fault, letter) => {
      expect(found(letter)).toEqual([fault]);
    },
  );

  it.each(SOUND.map((letter, index) => [index + 1, letter.form, letter] as const))(
    'have nothing against sound letter %i: %s',
    (_, __, letter) => {
      expect(found(letter)).toEqual([]);
    },
  );

  it('cite where it is written', () => {
    const [letter] = PLANTED;
    expect(letter && checkLetter(letterOf(letter), factsOf(letter))).toEqual([
      { check: 'memorandum_to_constitutional_body', source: 'manual', paragraph: '8.8' },
    ]);
  });
});
