import { PLANTED } from './planted-faults';
import { SOUND } from './sound-letters';
import { checkLetter, LETTER_CHECKS } from '../contract/letter-checks/letter-checks';

const found = ({ letter, facts }: (typeof SOUND)[number]) => checkLetter(letter, facts).map(({ check }) => check);

describe('the checks of a letter', () => {
  it('are tried on forty planted faults, each kind among them, and on forty letters in order', () => {
    expect([PLANTED.length, SOUND.length]).toEqual([40, 40]);
    expect([...new Set(PLANTED.map(({ fault }) => fault))].sort()).toEqual([...LETTER_CHECKS].sort());
  });

  it.each(PLANTED)('find $fault, and no other: $line', (planted) => {
    expect(found(planted)).toEqual([planted.fault]);
  });

  it.each(SOUND)('have nothing against $line', (sound) => {
    expect(found(sound)).toEqual([]);
  });

  it('cite where it is written', () => {
    const [first] = PLANTED;
    expect(first && checkLetter(first.letter, first.facts)).toEqual([
      { check: 'memorandum_to_constitutional_body', source: 'manual', paragraph: '8.8' },
    ]);
  });
});
