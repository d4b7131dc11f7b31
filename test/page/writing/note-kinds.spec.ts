import { EMPTY_TEXT, NoteContent } from '@patravali/contract';
import { mergedNote, noteFacts } from '../../../apps/web/src/notes/composer/note-facts';
import { kindFor, lacksNames, savedAs } from '../../../apps/web/src/notes/composer/note-kind';

const POST = '0197f000-0000-7000-8000-000000000001';
const NOTHING = { mainNote: null, discussedWith: [] };
const CONTENT = { text: EMPTY_TEXT, decision: null };

describe('The kind of a note that is being written', () => {
  it('says of each kind what belongs to it, and of an ordinary note nothing', () => {
    expect(kindFor({ kind: 'ordinary', mainNote: 3, discussedWith: [POST] })).toEqual({});
    expect(kindFor({ ...NOTHING, kind: 'running_summary' })).toEqual({ kind: 'running_summary' });
    expect(kindFor({ kind: 'sectional', mainNote: 3, discussedWith: [POST] })).toEqual({
      kind: 'sectional',
      mainNote: 3,
    });
    const discussion = { kind: 'discussion', discussedWith: [POST] } as const;
    expect(kindFor({ ...discussion, mainNote: 3 })).toEqual(discussion);
  });

  it('is no discussion for the server before somebody is named, so that its words are kept all the same', () => {
    const unnamed = { ...CONTENT, ...kindFor({ ...NOTHING, kind: 'discussion' }) };
    expect(lacksNames(unnamed)).toBe(true);
    expect(NoteContent.safeParse(unnamed).success).toBe(false);
    expect(savedAs(unnamed)).toEqual(CONTENT);
    expect(NoteContent.safeParse(savedAs(unnamed)).success).toBe(true);
    const named = { ...unnamed, discussedWith: [POST] };
    expect(lacksNames(named)).toBe(false);
    expect(savedAs(named)).toBe(named);
    expect(lacksNames(CONTENT)).toBe(false);
  });
});

describe('A discussion that another window has saved otherwise', () => {
  const mine = { ...CONTENT, kind: 'discussion' as const, discussedWith: [POST] };
  const notes = { mine, theirs: CONTENT };

  it('differs in its kind and in those named, and one takes both from where one takes the kind', () => {
    const facts = noteFacts(
      notes,
      (key) => key,
      () => 'DD(SW)',
    );
    expect(facts).toMatchObject([{ id: 'kind', mine: 'noteKind.discussion: DD(SW)', theirs: 'noteKind.ordinary' }]);
    expect(mergedNote(notes, EMPTY_TEXT, [])).toEqual(mine);
    expect(mergedNote(notes, EMPTY_TEXT, ['kind'])).toEqual(CONTENT);
  });
});
