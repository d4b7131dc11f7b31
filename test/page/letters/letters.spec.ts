import type { CorrespondenceView, Named, NoteView, StructuredText } from '@patravali/contract';
import {
  countShown,
  kindsOn,
  lettersShown,
  lyingOnFile,
} from '../../../apps/web/src/correspondence/sheet/letters-shown';
import { flagOfNext, flagsToGive } from '../../../apps/web/src/correspondence/flags-to-give';
import { detachedPages, pagesReferredTo, uncitedPucs } from '../../../apps/web/src/notes/composer/letters-of-note';
import { linesBelow } from '../../../apps/web/src/notes/sheet/turning/sheet-turning';

const flagged = (...flags: CorrespondenceView['flag'][]) => flags.map((flag) => ({ flag }));

describe('the flags that a letter may be given', () => {
  it('are those in use, which move, and the next of each series', () => {
    expect(flagsToGive([])).toEqual(['puc', 'fr', 'a']);
    expect(flagsToGive(flagged('puc', null, 'fr2', 'a', 'b'))).toEqual(['puc', 'fr', 'fr2', 'fr3', 'a', 'b', 'c']);
    expect(flagsToGive(flagged('fr10', 'z')).slice(-2)).toEqual(['y', 'z']);
  });

  it('offer PUC for the first letter, and then the next fresh receipt', () => {
    expect(flagOfNext([])).toBe('puc');
    expect(flagOfNext(flagged('puc', 'fr'))).toBe('fr2');
    expect(flagOfNext(flagged('puc', 'fr10'))).toBeNull();
  });
});

describe('the lines between two notes', () => {
  const letter = (serial: number, afterNote: number, afterMovement: number) =>
    ({ id: String(serial), serial, afterNote, afterMovement }) as Named<CorrespondenceView>;
  const shown = (note: Named<NoteView> | null, letters: Named<CorrespondenceView>[]) =>
    linesBelow(note, letters).map((line) =>
      line.kind === 'docket' ? line.letter.serial : `${line.kind} ${line.line.sequence}`,
    );

  it('are returns and dockets in the order in which the file moved', () => {
    const returns = [{ sequence: 3 }, { sequence: 5 }];
    const note = { number: 2, signatureAlone: null, returns } as Named<NoteView>;
    const letters = [letter(1, 1, 2), letter(2, 2, 2), letter(3, 2, 3), letter(4, 2, 5), letter(5, 3, 6)];
    expect(shown(note, letters)).toEqual([2, 'return 3', 3, 'return 5', 4]);
  });

  it('are explanations too, below what was done with them', () => {
    const [returns, explanations] = [[{ sequence: 3 }], [{ sequence: 3 }]];
    const note = { number: 2, signatureAlone: null, returns, explanations } as Named<NoteView>;
    expect(shown(note, [letter(1, 2, 3)])).toEqual(['return 3', 'explanation 3', 1]);
  });

  it('stand above the first note for what came before it', () => {
    expect(shown(null, [letter(1, 0, 1), letter(2, 1, 2)])).toEqual([1]);
  });
});

describe('the contents of a long file', () => {
  const letter = (serial: number, more: object) =>
    ({
      serial,
      firstPage: serial,
      lastPage: serial,
      kind: 'received',
      flag: null,
      withdrawn: null,
      detached: null,
      party: null,
      subject: null,
      letterNumber: null,
      diaryNumber: null,
      ...more,
    }) as unknown as Named<CorrespondenceView>;
  const letters = [
    letter(1, { party: 'अग्रणी बैंक', subject: 'ऋण सत्यापन', diaryNumber: '7/2026' }),
    letter(2, { kind: 'issued', party: 'District Magistrate', letterNumber: '41/Estt', flag: 'puc' }),
    letter(3, { detached: { reason: 'भूलवश' } }),
    letter(4, { party: 'बैंक प्रबन्धक', flag: 'a' }),
  ];
  const shown = (asked: Partial<Parameters<typeof lettersShown>[1]>) =>
    lettersShown(letters, { kind: 'all', typed: '', ...asked }, (flag) => flag.toUpperCase()).map(
      ({ serial }) => serial,
    );

  it('are narrowed by words in any order, of whatever stands in a line', () => {
    expect(shown({})).toEqual([1, 2, 3, 4]);
    expect(shown({ typed: ' बैंक ' })).toEqual([1, 4]);
    expect(shown({ typed: 'सत्यापन अग्रणी' })).toEqual([1]);
    expect(['magistrate', '41/estt', 'puc', 'C/2'].map((typed) => shown({ typed }))).toEqual([[2], [2], [2], [2]]);
    expect(shown({ typed: '7/2026' })).toEqual([1]);
    expect(shown({ typed: 'भूलवश' })).toEqual([3]);
    expect(shown({ typed: 'बैंक मजिस्ट्रेट' })).toEqual([]);
  });

  it('are narrowed by kind, of which those are offered that there are', () => {
    expect(shown({ kind: 'received' })).toEqual([1, 4]);
    expect(shown({ kind: 'issued' })).toEqual([2]);
    expect(shown({ kind: 'flagged', typed: 'बैंक' })).toEqual([4]);
    expect(shown({ kind: 'detached' })).toEqual([3]);
    expect(kindsOn(letters)).toEqual(['all', 'received', 'issued', 'flagged', 'detached']);
    expect(kindsOn(letters.slice(0, 1))).toEqual(['all', 'received']);
  });

  it('count what lies on the file, and what was detached only where that is asked for', () => {
    const [bank, reply, detached] = letters;
    if (!bank || !reply || !detached) throw new Error('no letters');
    expect(countShown(letters, letters, 'all')).toEqual({ shown: 3, all: 3 });
    expect(countShown(letters, [bank, detached], 'all')).toEqual({ shown: 1, all: 3 });
    expect(countShown(letters, [reply], 'issued')).toEqual({ shown: 1, all: 3 });
    expect(countShown(letters, [detached], 'detached')).toEqual({ shown: 1, all: 1 });
    expect(lyingOnFile(letters)).toEqual({ letters: 3, pages: 3, detached: 1 });
    expect(lyingOnFile([detached])).toEqual({ letters: 0, pages: 0, detached: 1 });
    expect(lyingOnFile([letter(1, { lastPage: 4 })])).toEqual({ letters: 1, pages: 4, detached: 0 });
  });
});

describe('what is told before a note is sent', () => {
  const letter = (firstPage: number, more: object = {}) =>
    ({
      firstPage,
      lastPage: firstPage + 1,
      flag: null,
      withdrawn: null,
      detached: null,
      citedBy: [],
      ...more,
    }) as unknown as Named<CorrespondenceView>;
  const puc = letter(1, { flag: 'puc' });

  it('is every place of a text that refers to a page, spelled out or made a reference, in a list or a table too', () => {
    const cell = { children: [{ type: 'reference', to: { kind: 'correspondence', page: 5 }, label: 'C/5' } as const] };
    const text: StructuredText = {
      version: 2,
      blocks: [
        { type: 'paragraph', children: [{ type: 'text', text: 'C/2 तथा N/1 देखें, C/99 नहीं' }] },
        { type: 'table', rows: [{ cells: [cell] }] },
      ],
    };
    const notes = [{ number: 1, firstParagraph: 1, paragraphs: 1 }];
    expect(pagesReferredTo(text, { pages: 6, notes, drafts: [] })).toEqual([5, 2]);
  });

  it('are pages of a letter that was detached, each once', () => {
    const letters = [letter(1), letter(3, { detached: {} })];
    expect(detachedPages(letters, [1, 4, 3, 4])).toEqual([4, 3]);
    expect(detachedPages(letters, [2])).toEqual([]);
  });

  it('is what is under consideration, as long as no note refers to any of its pages', () => {
    expect(uncitedPucs([puc, letter(3)], [3])).toEqual([puc]);
    expect(uncitedPucs([puc], [2])).toEqual([]);
    expect(uncitedPucs([letter(1, { flag: 'puc', citedBy: [4] }), letter(3, { flag: 'fr' })], [])).toEqual([]);
  });
});
