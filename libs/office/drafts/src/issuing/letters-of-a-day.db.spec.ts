import { DraftContent } from '@patravali/contract';
import { ApproveDraft, CancelDraft, CreateDraft, IssueDraft } from '@patravali/drafts';
import { FinishIssue } from '@patravali/letters';
import { useOffice } from '../../../../../test/support/office/office';

describe('letters of one day from one file to one addressee', () => {
  const office = useOffice({ holds: 'section' });
  const so = () => office().at('SO');

  const approved = async (fileId: string, name = 'निरीक्षक') => {
    const content = DraftContent.parse({
      form: 'letter',
      language: 'hi',
      subject: 'अनुदान की स्वीकृति',
      signatoryPostId: so().postId,
      addressees: [{ name }],
      replyBy: '2099-01-05',
      body: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }] },
    });
    const { id } = await office().get(CreateDraft).execute(so(), fileId, { content, replyToReceiptId: null });
    await office().get(ApproveDraft).execute(so(), id, { draftVersion: 1, namedPostId: null });
    return id;
  };
  const issue = (id: string) => office().get(IssueDraft).execute(so(), id);
  const markOf = (number: string) => /\((\w+)\)/.exec(number)?.[1] ?? null;

  it('say so before the year, from the second on; others do not (R-22)', async () => {
    const { fileId } = await office().newFile(so());
    const marks: (string | null)[] = [];
    for (let count = 0; count < 4; count++) marks.push(markOf((await issue(await approved(fileId))).number));
    expect(marks).toEqual([null, 'ii', 'iii', 'iv']);
    const { number } = await issue(await approved(fileId));
    expect(number).toMatch(/^\d+\/EST\(v\)-\d{4}-\d\d$/);
    expect(markOf((await issue(await approved(fileId, 'प्रधानाचार्य'))).number)).toBeNull();
    const other = await office().newFile(so());
    expect(markOf((await issue(await approved(other.fileId))).number)).toBeNull();
  });

  it('are counted though one of them was cancelled, and each once by those who issue at the same time', async () => {
    const { fileId } = await office().newFile(so());
    const first = await approved(fileId);
    const failing = jest.spyOn(office().get(FinishIssue), 'execute').mockRejectedValueOnce(new Error('no typesetter'));
    await expect(issue(first)).rejects.toMatchObject({ code: 'letter-unfinished' });
    failing.mockRestore();
    await office().get(CancelDraft).execute(so(), first, { reason: 'त्रुटि' });
    const drafts = [await approved(fileId), await approved(fileId)];
    const numbers = await Promise.all(drafts.map(issue));
    expect(numbers.map(({ number }) => markOf(number)).sort()).toEqual(['ii', 'iii']);
  });
});
