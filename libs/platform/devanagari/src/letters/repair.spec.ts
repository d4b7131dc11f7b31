import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knownWords, seeded } from '../../test/known-words';
import { repairSigns } from './repair';

const note = join(process.env.PATRAVALI_CORPUS ?? '', 'hindi-press-note.txt');

describe('misplaced signs of vowels', () => {
  it.each([
    ['नागरिकांे', 'नागरिकों'],
    ['पहंुचाने', 'पहुंचाने'],
    ['शिकायतंों', 'शिकायतों'],
    ['मंे', 'में'],
    ['मृृत्यु', 'मृत्यु'],
    ['मेें', 'में'],
    ['उद््देश्य', 'उद्देश्य'],
    ['ट््वीटर', 'ट्वीटर'],
    ['खाॅं', 'खॉं'],
    ['अाैर', 'और'],
    ['अादेश', 'आदेश'],
    ['कायर्ालय', 'कार्यालय'],
    ['ख्ाराब', 'खराब'],
    ['क्े', 'के'],
    ['िनर्देश', 'निर्देश'],
    ['अिधकारी', 'अधिकारी'],
    ['जा़िला', 'ज़ािला'],
    ['प्रदेश ाें', 'प्रदेश ों'],
  ])('%s is put right: %s', (faulty, right) => {
    expect(repairSigns(faulty.normalize('NFD'))?.normalize('NFC')).toBe(right.normalize('NFC'));
  });

  it('are put right in a press note, and nothing else of it is touched', () => {
    if (!existsSync(note)) return;
    const text = readFileSync(note, 'utf8');
    const words = text.split(/\s+/);
    const repaired = repairSigns(text)?.split(/\s+/) ?? [];
    const changed = words.map((word, index) => [word, repaired[index]]).filter(([word, now]) => word !== now);
    expect(changed).toEqual([
      ['ट््वीटर,', 'ट्वीटर,'],
      ['उद््देश्य', 'उद्देश्य'],
      ['नागरिकांे', 'नागरिकों'],
      ['कयांेकि', 'कयोंकि'],
      ['खाॅं', 'खॉं'],
      ['शिकायतंों', 'शिकायतों'],
      ['पहंुचाने', 'पहुंचाने'],
      ['उद््देश्य', 'उद्देश्य'],
      ['कार्येा', 'कार्यो'],
      ['मृृत्यु,', 'मृत्यु,'],
    ]);
  });

  const words = knownWords();

  it('are never seen in a right word or a line of them', () => {
    expect(words.filter((word) => repairSigns(word) !== null)).toEqual([]);
    expect(words.filter((word) => repairSigns(word.normalize('NFD')) !== null)).toEqual([]);
    expect(repairSigns(words.join(' '))).toBeNull();
  });

  it('are never seen in any right syllables', () => {
    const any = seeded(7);
    const pick = <Item>(list: readonly Item[]): Item => list[any(list.length)] as Item;
    const consonants = Array.from('कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसहळ');
    const signs = ['', ''].concat(Array.from('ािीुूृेैोौॉ'));
    for (let round = 0; round < 20_000; round++) {
      const word = Array.from({ length: 1 + any(5) }, () => {
        const letters = Array.from({ length: 1 + any(3) }, () => pick(consonants) + pick(['', '', '', '\u093c']));
        return letters.join('\u094d') + pick(signs) + pick(['', '', '', 'ं', 'ँ', 'ः']);
      }).join('');
      expect([word, repairSigns(word)]).toEqual([word, null]);
    }
  });

  it('put where a conversion leaves them come back to the word', () => {
    const damages: ((word: string) => string)[] = [
      (word) => word.replace(/([\u093e-\u094c])ं/u, 'ं$1'),
      (word) => word.replace(/([\u093e-\u094c])/u, '$1$1'),
      (word) => word.replace('\u094d', '\u094d\u094d'),
      (word) => word.replace('ं', 'ंं'),
      (word) => word.replace('ो', 'ाे').replace('ौ', 'ाै'),
      (word) => word.replace('आ', 'अा').replace('ओ', 'अाे'),
      (word) => word.replace(/^([क-ह])ि/u, 'ि$1'),
    ];
    for (const damage of damages) {
      const damaged = words.map((word) => [word, damage(word)] as const).filter(([word, now]) => word !== now);
      expect(damaged.length).toBeGreaterThan(30);
      expect(damaged.filter(([word, now]) => repairSigns(now) !== word)).toEqual([]);
    }
  });

  it('are no matter of other scripts', () => {
    expect(repairSigns('The file is put up.')).toBeNull();
    expect(repairSigns('')).toBeNull();
  });
});
