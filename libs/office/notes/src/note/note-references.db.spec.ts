import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { ReferenceTarget, StructuredText } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { NoteReferences } from './note-references';

const office = useOffice({ holds: 'section' });
const written = (...paragraphs: string[]): StructuredText => ({
  version: 1,
  paragraphs: paragraphs.map((text) => ({ children: [{ type: 'text', text }] })),
});

/** A note that refers to each of these, in one paragraph after another, with words around it. */
const referringTo = (...targets: ReferenceTarget[]): StructuredText => ({
  version: 1,
  paragraphs: targets.map((to, index) => ({
    children: [
      { type: 'text', text: 'कृपया देखें' },
      { type: 'reference', to, label: `reference ${index + 1}` },
    ],
  })),
});

describe('a reference of a note', () => {
  let fileId: string;
  let draftId: string;
  const send = (by: Actor, to: Actor, text?: StructuredText) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, {
        toPostId: to.postId,
        action: 'put_up',
        confirmNote: true,
        ...(text ? { note: { text, decision: null } } : {}),
      });

  /** A file with N/1 ¶1 and ¶2, N/2 that is a signature alone, N/3 ¶3 to ¶5, three pages and one draft; and another file. */
  beforeAll(async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    fileId = (await office().newFile(aso)).fileId;
    await send(aso, so, written('१', '२'));
    await send(so, aso, written(' '));
    await send(aso, so, written('३', '४', '५'));
    draftId = await newDraft(fileId);
  });

  const newDraft = async (onFile: string) => {
    const [draft] = await office().rows<{ id: string }>(
      `WITH counted AS (UPDATE file_custody SET drafts = 1 WHERE file_id = $3)
       INSERT INTO draft (organisation_id, id, file_id, ordinal, state, form, subject, addressee, signatory_post_id,
         current_version)
       VALUES ($1, $2, $3, 1, 'draft', 'letter', 'विषय', 'क', $4, 1) RETURNING id`,
      [office().id, randomUUID(), onFile, office().at('SO').postId],
    );
    return draft?.id ?? '';
  };

  /** Which of the references is refused first: its label; none if the note may be frozen. */
  const refused = async (targets: ReferenceTarget[], references = office().get(NoteReferences), changes = {}) =>
    await office()
      .transactions.run(office().at('SO'), async (tx) => {
        const custody = Object.assign(await tx.lock(FileCustody, { fileId }), { pages: 3 }, changes);
        await references.refuseBroken(tx, office().at('SO'), custody, referringTo(...targets));
        await tx.record('organisation.changed', office().id);
        return { label: 'none' };
      })
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'reference-to-nowhere' });
        return (error as { params: { label: string } }).params;
      })
      .then(({ label }) => label);

  it('may point at any page of the correspondence up to the last', async () => {
    const page = (number: number) => ({ kind: 'correspondence' as const, page: number });
    expect(await refused([page(1), page(3)])).toBe('none');
    expect(await refused([page(3), page(4)])).toBe('reference 2');
  });

  it('may point at a note that is on the file, as a whole', async () => {
    const note = (number: number) => ({ kind: 'note' as const, note: number });
    expect(await refused([note(1), note(2), note(3)])).toBe('none');
    expect(await refused([note(1), note(4)])).toBe('reference 2');
  });

  it.each([
    [1, 1, 'none'],
    [1, 2, 'none'],
    [1, 3, 'reference 1'],
    [3, 2, 'reference 1'],
    [3, 3, 'none'],
    [3, 5, 'none'],
    [3, 6, 'reference 1'],
    [2, 1, 'reference 1'],
    [4, 6, 'reference 1'],
  ])('to N/%d ¶%d, as its paragraphs are numbered through the file: refused is %s', async (note, paragraph, label) => {
    expect(await refused([{ kind: 'note', note, paragraph }])).toBe(label);
  });

  it('may point at a draft that lies on this file, and at no other', async () => {
    const { fileId: another } = await office().newFile(office().at('ASO'));
    const draft = (id: string) => ({ kind: 'draft' as const, draftId: id });
    expect(await refused([draft(draftId)])).toBe('none');
    expect(await refused([draft(draftId), draft(await newDraft(another))])).toBe('reference 2');
    expect(await refused([draft(randomUUID())])).toBe('reference 1');
  });

  it('may stand among references of other kinds', async () => {
    const [page, note] = [
      { kind: 'correspondence' as const, page: 1 },
      { kind: 'note' as const, note: 1 },
    ];
    expect(await refused([page, note, { kind: 'draft', draftId }])).toBe('none');
    expect(await refused([page, { kind: 'note', note: 9 }, { kind: 'draft', draftId }])).toBe('reference 2');
  });

  it('to a note is held against the notes of this file and office alone', async () => {
    expect(await refused([{ kind: 'note', note: 1 }], undefined, { organisationId: randomUUID() })).toBe('reference 1');
    const { fileId: another } = await office().newFile(office().at('ASO'));
    expect(await refused([{ kind: 'note', note: 1 }], undefined, { fileId: another })).toBe('reference 1');
  });

  it('to a draft is refused in an office that knows no drafts', async () => {
    expect(await refused([{ kind: 'draft', draftId }], new NoteReferences())).toBe('reference 1');
  });

  it('may point at another file and at a letter that went out, where its author may read them', async () => {
    const so = office().at('SO');
    const { fileId: ofSo } = await office().newFile(so, { grading: 'confidential' });
    const other = office().at('OTHER');
    const { fileId: ofOther } = await office().newFile(other, { grading: 'confidential' });
    const file = (id: string) => ({ kind: 'file' as const, fileId: id });
    expect(await refused([file(ofSo)])).toBe('none');
    expect(await refused([file(ofSo), file(ofOther)])).toBe('reference 2');
    expect(await refused([file(randomUUID())])).toBe('reference 1');
    const issued = await writeIssue(office(), { fileId: ofSo, by: so, signatory: office().at('US'), served: 0 });
    const hidden = await writeIssue(office(), { fileId: ofOther, by: other, signatory: other, served: 0 });
    const order = (issueId: string) => ({ kind: 'order' as const, number: '1/2026', issueId });
    expect(await refused([order(issued.id)])).toBe('none');
    expect(await refused([file(ofSo), order(hidden.id)])).toBe('reference 2');
    expect(await refused([order(randomUUID())])).toBe('reference 1');
  });

  it('may name an Act, and an order that is not of this office', async () => {
    expect(
      await refused([
        { kind: 'act', title: 'Fundamental Rules', section: '56(c)' },
        { kind: 'order', number: '12/2-2024', date: '2024-03-05' },
      ]),
    ).toBe('none');
  });

  it('is not looked for where a note has none', async () => {
    const unasked = jest.fn(() => Promise.resolve([]));
    const references = new NoteReferences();
    references.registerDrafts(unasked);
    expect(await refused([], references)).toBe('none');
    expect(await refused([{ kind: 'correspondence', page: 1 }], references)).toBe('none');
    expect(unasked).not.toHaveBeenCalled();
  });
});
