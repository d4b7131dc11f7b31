import { blocksOf, type Block, sameText, type StructuredText, WrittenText } from '@patravali/contract';
import fc from 'fast-check';
import { mergedText, placesOf, TAKEN, type Taken } from '../../../apps/web/src/notes/merging/merge';
import { anyBlock } from '../../support/papers/any-block';

const textOf = (blocks: readonly Block[]): StructuredText => ({ version: 2, blocks: [...blocks] });
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });
/** Two texts that have some of their blocks in common, in their order or not. */
const twoTexts = fc
  .array(anyBlock, { minLength: 1, maxLength: 4 })
  .chain((common) =>
    fc.tuple(...[1, 2].map(() => fc.array(fc.oneof(fc.constantFrom(...common), anyBlock), { maxLength: 6 }))),
  )
  .map(([mine = [], theirs = []]) => ({ mine: textOf(mine), theirs: textOf(theirs) }));
const everywhere = (places: readonly unknown[], taken: Taken) => places.map(() => taken);

describe('two texts side by side', () => {
  it('become whatever is chosen of them: all of either, or of both every block in its order', () => {
    fc.assert(
      fc.property(twoTexts, ({ mine, theirs }) => {
        const places = placesOf({ mine, theirs });
        const all = (taken: Taken) => mergedText(places, everywhere(places, taken));
        expect(sameText(all('mine'), mine)).toBe(true);
        expect(sameText(all('theirs'), theirs)).toBe(true);
        expect(mergedText(places, [])).toEqual(all('both'));
        for (const text of [mine, theirs]) expect(stands(blocksOf(text), blocksOf(all('both')))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('make a text that can be written, whatever is chosen', () => {
    const choices = fc.array(fc.constantFrom(...TAKEN), { maxLength: 12 });
    fc.assert(
      fc.property(twoTexts, choices, (texts, taken) => {
        const places = placesOf(texts);
        const merged = mergedText(places, taken);
        expect(WrittenText.safeParse(merged).success).toBe(true);
        const offered = places.flatMap(({ mine, theirs }) => [mine, theirs]);
        expect(blocksOf(merged).every((block) => offered.includes(block))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('lie beside each other where one was rewritten, also when a block came before it', () => {
    const [first, second] = ['स्वीकृति हेतु प्रस्ताव तीन दिन में भेजें।', 'बैंक का पत्र C/1 देखें।'];
    const mine = textOf([paragraph('नया प्रस्तर।'), paragraph(`${first} विलम्ब न हो।`), paragraph(second)]);
    const theirs = textOf([paragraph(first), paragraph(second)]);
    const beside = (block: Block | null) => (block ? blocksOf(mine).indexOf(block) : null);
    expect(placesOf({ mine, theirs }).map((place) => [beside(place.mine), place.theirs !== null, place.same])).toEqual([
      [0, false, false],
      [1, true, false],
      [2, true, true],
    ]);
  });

  it('differ where only the form does: a number taken away, bold letters, the markers of a list', () => {
    const items = [{ children: [{ type: 'text', text: 'क' }] }] satisfies Extract<Block, { type: 'list' }>['items'];
    const pairs: [Block, Block][] = [
      [paragraph('क'), { ...paragraph('क'), numbered: false } as Block],
      [paragraph('क'), { type: 'paragraph', children: [{ type: 'text', text: 'क', marks: ['bold'] }] }],
      [
        { type: 'list', style: 'decimal', items },
        { type: 'list', style: 'roman', items },
      ],
    ];
    for (const [one, other] of pairs)
      expect(placesOf({ mine: textOf([one]), theirs: textOf([other]) })).toEqual([
        { mine: one, theirs: other, same: false },
      ]);
  });
});

/** Whether these blocks stand in the text in their order. */
function stands(blocks: readonly Block[], text: readonly Block[]): boolean {
  let from = 0;
  return blocks.every((block) => {
    const at = text.findIndex((other, index) => index >= from && sameText(textOf([block]), textOf([other])));
    from = at + 1;
    return at >= 0;
  });
}
