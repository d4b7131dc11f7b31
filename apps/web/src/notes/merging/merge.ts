import { type Block, blocksOf, paragraphText, sameText, type StructuredText, wordsOf } from '@patravali/contract';
import { diffArrays } from 'diff';

/** A place of two texts: the block that both have there, two that differ, or one that the other text does not have. */
export interface BlockPair {
  readonly theirs: Block | null;
  readonly mine: Block | null;
  readonly same: boolean;
}

export const TAKEN = ['theirs', 'mine', 'both'] as const;
export type Taken = (typeof TAKEN)[number];

/** Two texts block by block, each in its own order. What was rewritten stands beside what it was, as far as words show it. */
export function placesOf(texts: { mine: StructuredText; theirs: StructuredText }): BlockPair[] {
  const places: BlockPair[] = [];
  let [theirs, mine]: [Block[], Block[]] = [[], []];
  const compareRewritten = () => {
    places.push(...sideBySide(theirs, mine, alikeAmong([...theirs, ...mine])));
    [theirs, mine] = [[], []];
  };
  for (const place of sideBySide(blocksOf(texts.theirs), blocksOf(texts.mine), sameBlock)) {
    if (place.theirs && place.mine) {
      compareRewritten();
      places.push({ ...place, same: true });
    } else {
      theirs.push(...(place.theirs ? [place.theirs] : []));
      mine.push(...(place.mine ? [place.mine] : []));
    }
  }
  compareRewritten();
  return places;
}

/** The text that was chosen, block by block: wherever nothing was chosen both stay, so that no word is lost unseen. */
export function mergedText(places: readonly BlockPair[], taken: readonly (Taken | undefined)[]): StructuredText {
  const blocks = places.flatMap(({ theirs, mine, same }, index) => {
    const choice = same ? 'mine' : (taken[index] ?? 'both');
    return [choice !== 'mine' && theirs, choice !== 'theirs' && mine].filter((block) => block !== false);
  });
  return { version: 2, blocks: blocks.filter((block) => block !== null) };
}

type Alike = (one: Block, other: Block) => boolean;

function sideBySide(theirs: readonly Block[], mine: readonly Block[], alike: Alike): BlockPair[] {
  const [left, right] = [theirs.values(), mine.values()];
  const next = (blocks: ArrayIterator<Block>) => blocks.next().value ?? null;
  return diffArrays([...theirs], [...mine], { comparator: alike }).flatMap(({ count, added, removed }) =>
    Array.from({ length: count }, () => ({
      theirs: added ? null : next(left),
      mine: removed ? null : next(right),
      same: false,
    })),
  );
}

const plain = (block: Block): string => wordsOf(block).map(paragraphText).join('\n');

const sameBlock: Alike = (one, other) =>
  plain(one) === plain(other) && sameText({ version: 2, blocks: [one] }, { version: 2, blocks: [other] });

/** Of all their words, what part two blocks share that stand beside each other. */
const SHARED = 0.4;

/** Blocks of one type that share many of their words. */
function alikeAmong(blocks: readonly Block[]): Alike {
  const words = new Map(blocks.map((block) => [block, new Set(plain(block).split(/\s+/u))]));
  return (one, other) => {
    const [these, those] = [[...(words.get(one) ?? [])], words.get(other) ?? new Set()];
    const shared = these.filter((word) => those.has(word)).length;
    return one.type === other.type && 2 * shared >= SHARED * (these.length + those.size);
  };
}
