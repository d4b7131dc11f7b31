import { DraftContent } from '@patravali/contract';
import { DispatchIssue } from '@patravali/dispatch';
import { ApproveDraft, CancelDraft, CreateDraft } from '@patravali/drafts';
import { CloseFile, OpenVolume } from '@patravali/files';
import { useOffice } from '../../../../../test/support/office/office';
import { IssueDraft } from './issue-draft';

describe('closing a file with letters in the making', () => {
  const office = useOffice({ holds: 'section' });

  const draft = async (fileId: string) => {
    const so = office().at('SO');
    const paragraphs = [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }];
    const letter = { form: 'letter', language: 'hi', subject: 'अनुदान', addressees: [{ name: 'निरीक्षक' }] };
    const content = DraftContent.parse({ ...letter, body: { version: 1, paragraphs }, signatoryPostId: so.postId });
    return (await office().get(CreateDraft).execute(so, fileId, { content, replyToReceiptId: null })).id;
  };
  const approve = (id: string) =>
    office().get(ApproveDraft).execute(office().at('SO'), id, { draftVersion: 1, namedPostId: null });
  const close = (fileId: string) =>
    office().get(CloseFile).execute(office().at('SO'), fileId, { reason: 'निस्तारित', confirmNote: false });

  it('is refused while one is neither issued nor cancelled, approved or not, and says how many there are', async () => {
    const { fileId } = await office().newFile(office().at('SO'));
    const [first, second] = [await draft(fileId), await draft(fileId)];
    await approve(first);
    const before = await office().counts();
    await expect(close(fileId)).rejects.toMatchObject({ code: 'drafts-open', params: { count: 2 } });
    const continued = office().get(OpenVolume).execute(office().at('SO'), fileId, {});
    await expect(continued).rejects.toMatchObject({ code: 'drafts-open', params: { count: 2 } });
    expect(await office().counts()).toEqual(before);

    await office().get(CancelDraft).execute(office().at('SO'), second, { reason: 'अब आवश्यक नहीं' });
    await expect(close(fileId)).rejects.toMatchObject({ code: 'drafts-open', params: { count: 1 } });
    const { issueId } = await office().get(IssueDraft).execute(office().at('SO'), first);
    const dispatches = [{ recipient: 0, mode: 'by_hand' as const }];
    await office().get(DispatchIssue).execute(office().at('SO'), issueId, { dispatches });
    await expect(close(fileId)).resolves.toMatchObject({ id: fileId });
  });

  it('is not held up by a draft on another file', async () => {
    const [{ fileId }, other] = [await office().newFile(office().at('SO')), await office().newFile(office().at('SO'))];
    await approve(await draft(other.fileId));
    await expect(close(fileId)).resolves.toMatchObject({ id: fileId });
  });
});
