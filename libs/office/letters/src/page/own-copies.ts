import type { LetterData } from './letter-data';

/**
 * The letter as each of its addressees gets it: it names him alone, and the office seals it. Where officers signed the letter, their
 * signatures are on the copy that the office keeps, and each of these says so.
 */
export function ownCopiesOf(letter: LetterData, sealedAt: Date): LetterData[] {
  const { addressees, signatory, certified, english } = letter;
  const sealed: LetterData =
    certified === 'signed'
      ? {
          ...letter,
          certified: 'sealed',
          signedOnOfficeCopy: true,
          signatory: { ...signatory, signedAt: sealedAt.toISOString() },
        }
      : letter;
  return addressees.map((addressee, index) => {
    const inEnglish = english?.addressees?.[index];
    return {
      ...sealed,
      addressees: [addressee],
      ...(english && inEnglish !== undefined && { english: { ...english, addressees: [inEnglish] } }),
    };
  });
}
