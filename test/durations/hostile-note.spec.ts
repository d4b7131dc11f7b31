import { startTypesetter } from '@patravali/typesetting';
import { aNote, aNoteSheet } from '../../libs/office/records/test/samples';
import { noteSheetPage } from '../../libs/office/records/src/note-sheet/note-sheet-page';
import { written } from '../../libs/platform/typesetting/test/samples';
import { growth } from './growth';

describe('A note of forty paragraphs of line breaks, frozen before there was a limit', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it('is printed at no more than the work of the longest note that is taken today', async () => {
    const print = (...paragraphs: string[]) => {
      const page = noteSheetPage(aNoteSheet([aNote(1, { text: written(...paragraphs) })]));
      return () => typesetter.typeset(page);
    };
    await print('अन्तिम शब्द')();
    const longest = `क${'\n'.repeat(1_990)}अन्तिम शब्द`;
    const old = Array.from({ length: 40 }, () => `क${'\n'.repeat(19_900)}अन्तिम शब्द`);
    expect(await growth(print(longest), print(...old))).toBeLessThan(5);
  }, 120_000);
});
