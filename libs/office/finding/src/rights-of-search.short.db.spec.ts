import type { Actor } from '@patravali/authorization';
import { SearchOffice as SearchOfficeRequest, type StructuredText } from '@patravali/contract';
import { ForwardFile } from '@patravali/movement';
import { ListNotes } from '@patravali/notes';
import { TextIndex } from '@patravali/search';
import { everyPage } from '../../../../test/support/office/every-page';
import { useOffice } from '../../../../test/support/office/office';
import type { Marking } from '../../../../test/support/office/rows';
import { SearchOffice } from './search-office';

const POSTS = ['ASO', 'SO', 'US', 'DS', 'CLERK', 'AUDIT', 'DISPATCH'] as const satisfies readonly Marking[];
const HOLDERS = ['ASO', 'SO', 'US', 'DS', 'CLERK'] as const satisfies readonly Marking[];
const WORDS = ['नलकूप', 'पेंशन', 'वेतन', 'सड़क', 'विद्यालय', 'बाढ़'] as const;
const FILES = 24;

/** Drawn in the same way each time. */
function drawing(seed: number) {
  let state = seed;
  return <T>(from: readonly [T, ...T[]] | readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((state / 2_147_483_648) * from.length)] as T;
  };
}

describe('what a search shows to whom', () => {
  const office = useOffice({ holds: 'section' });
  const files: string[] = [];
  const textOf = (text: string): StructuredText => ({
    version: 1,
    paragraphs: [{ children: [{ type: 'text', text }] }],
  });

  const draw = drawing(7);
  /** Who has the file after it was sent on: some ways are refused, such as past a post that was left out. */
  const sentOn = async (from: Marking, fileId: string, at: number): Promise<Marking> => {
    const to = draw(HOLDERS.filter((each) => each !== from));
    const note = { text: textOf(`${draw(WORDS)} और ${draw(WORDS)} ${at}`), decision: null };
    const request = {
      toPostId: office().at(to).postId,
      action: 'put_up',
      note,
      confirmNote: true,
      remarks: 'शीघ्रता हेतु',
    } as const;
    return await office()
      .get(ForwardFile)
      .execute(office().at(from), fileId, request)
      .then(
        () => to,
        () => from,
      );
  };

  beforeAll(async () => {
    for (let at = 0; at < FILES; at++) {
      let by: Marking = draw(HOLDERS);
      const isOfficer = by !== 'ASO' && by !== 'CLERK';
      const grading = isOfficer && at % 5 === 0 ? 'confidential' : 'normal';
      const { fileId } = await office().newFile(office().at(by), { grading });
      files.push(fileId);
      for (let hop = 0; hop < 1 + (at % 4); hop++) {
        by = await sentOn(by, fileId, at);
      }
    }
    await office().get(TextIndex).indexAll();
  });

  /** File by file, as the sheet shows it. */
  const readOneByOne = async (actor: Actor) => {
    const notes: { id: string; text: string }[] = [];
    for (const fileId of files) {
      const sheet = await office()
        .get(ListNotes)
        .execute(actor, fileId, { limit: 200 })
        .catch(() => null);
      for (const { id, text } of sheet?.items ?? []) notes.push({ id, text: JSON.stringify(text) });
    }
    return notes;
  };

  it('is asked of posts that read some notes, and not all', async () => {
    const counts = [];
    for (const marking of POSTS) counts.push((await readOneByOne(office().at(marking))).length);
    expect(Math.max(...counts)).toBeGreaterThan(20);
    expect(new Set(counts).size).toBeGreaterThan(3);
  });

  it.each(POSTS)('is what he reads file by file, no more and no less: %s', async (marking) => {
    const actor = office().at(marking);
    const readable = await readOneByOne(actor);
    for (const one of WORDS) {
      for (const other of WORDS) {
        const found = await everyPage(7, async (page) => {
          const request = SearchOfficeRequest.parse({ q: `${one} ${other}`, kind: 'note', ...page });
          const { kinds } = await office().get(SearchOffice).execute(actor, request);
          return kinds[0] ?? { items: [], next: null };
        });
        const expected = readable.filter(({ text }) => text.includes(one) && text.includes(other));
        expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      }
    }
  });
});
