import type { Actor } from '@patravali/authorization';
import { DraftContent, DraftView, IssueView, type TenureKind } from '@patravali/contract';
import { IssueViewQuery } from '@patravali/dispatch';
import { ApproveDraft, ChangeDraft, CreateDraft, DraftViewQuery } from '@patravali/drafts';
import { ForwardFile } from '@patravali/movement';
import { type Marking, useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { IssueDraft } from './issue-draft';
import { PreviewDraft } from './preview-draft';

/** The section officer puts up letters of the under secretary, who sits above; the deputy secretary above both. */
describe('a letter bears the name of nobody but who signed it', () => {
  const office = useOffice({ holds: 'section' });
  const at = (marking: Marking) => office().at(marking);

  const contentOf = (signatory: Actor) => {
    const paragraphs = [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }];
    const letter = { form: 'letter', language: 'hi', subject: 'अनुदान', addressees: [{ name: 'निरीक्षक' }] };
    return DraftContent.parse({ ...letter, body: { version: 1, paragraphs }, signatoryPostId: signatory.postId });
  };
  const put = async (signatory: Actor, by = at('SO')) => {
    const { fileId } = await office().newFile(by);
    const content = contentOf(signatory);
    const { id } = await office().get(CreateDraft).execute(by, fileId, { content, replyToReceiptId: null });
    return { fileId, id };
  };
  const approve = (
    by: Actor,
    id: string,
    { naming, draftVersion = 1 }: { naming?: Actor; draftVersion?: number } = {},
  ) =>
    office()
      .get(ApproveDraft)
      .execute(by, id, { draftVersion, namedPostId: naming?.postId ?? null });
  const issue = (by: Actor, id: string) => office().get(IssueDraft).execute(by, id);
  const send = (fileId: string, by: Actor, to: Actor) =>
    office()
      .get(ForwardFile)
      .execute(by, fileId, { toPostId: to.postId, action: 'for_approval', ...WORDS });
  const view = (by: Actor, id: string) => office().named(DraftView, office().get(DraftViewQuery).execute(by, id));
  const change = (by: Actor, id: string, signatory: Actor, ifMatch: number) =>
    office()
      .get(ChangeDraft)
      .execute(by, id, { content: contentOf(signatory) }, ifMatch);
  const issued = async (by: Actor, id: string) => {
    const { issueId } = await issue(by, id);
    return await office().named(IssueView, office().get(IssueViewQuery).execute(by, issueId));
  };
  /** Another person on the post, as its link officer or in additional charge. */
  const another = async (post: Actor, capacity: TenureKind): Promise<Actor> => {
    const { userId, name } = await office().actor({ capacity });
    return { ...post, userId, name, capacity };
  };
  const onPost = (marking: Marking, more: object = {}) => ({ post: { marking }, capacity: 'regular', ...more });
  /** That it is refused and leaves nothing behind. */
  const refused = async (act: () => Promise<unknown>, refusal: object) => {
    const before = await office().counts();
    await expect(act()).rejects.toMatchObject(refusal);
    expect(await office().counts()).toEqual(before);
  };

  it('is issued by the officer who is to sign, whose act is his signature, after a level has approved', async () => {
    const [so, us] = [at('SO'), at('US')];
    const { fileId, id } = await put(us);
    await approve(so, id);
    await refused(() => issue(so, id), { code: 'issued-elsewhere', params: { posts: ['US'] } });
    expect(await view(so, id)).toMatchObject({ allowedMoves: ['change', 'cancel'], mayName: false });
    await send(fileId, so, us);
    expect(await view(us, id)).toMatchObject({
      allowedMoves: ['change', 'approve', 'cancel', 'issue'],
      mayName: true,
      signatory: { marking: 'US' },
      signatoryHolder: us.name,
      named: null,
    });
    expect(await issued(us, id)).toMatchObject({
      approvedBy: onPost('SO'),
      issuedBy: onPost('US', { name: us.name }),
      signedBy: { name: us.name, for: false },
      signatory: { marking: 'US' },
    });
  });

  it('is approved by a level, by another level, and at last by the signatory; each once', async () => {
    const [so, us, ds] = [at('SO'), at('US'), at('DS')];
    const { fileId, id } = await put(ds);
    const posts = ['DS'];
    await approve(so, id);
    await refused(() => approve(so, id), { code: 'already-approved', params: { post: 'SO', posts } });
    await send(fileId, so, us);
    await approve(us, id);
    await refused(() => approve(us, id), { code: 'already-approved', params: { post: 'US', posts } });
    await send(fileId, us, ds);
    await approve(ds, id);
    await refused(() => approve(ds, id), { code: 'already-approved', params: { post: 'DS', posts } });
    const levels = [onPost('SO'), onPost('US'), onPost('DS')];
    expect(await view(ds, id)).toMatchObject({
      approvals: levels.map((by) => ({ draftVersion: 1, by, bySignatory: by.post.marking === 'DS', named: null })),
      allowedMoves: ['change', 'cancel', 'issue'],
    });
    await send(fileId, ds, us);
    await refused(() => approve(us, id), { code: 'already-approved', params: { post: 'DS', posts } });
    await refused(() => issue(us, id), { code: 'issued-elsewhere', params: { posts } });
    await send(fileId, us, ds);
    expect(await issued(ds, id)).toMatchObject({ approvedBy: onPost('DS'), issuedBy: onPost('DS') });
  });

  it('is issued by the one post that the signatory named, in the name of the signatory who approved it', async () => {
    const [so, us, other] = [at('SO'), at('US'), at('OTHER')];
    const { fileId, id } = await put(us);
    await send(fileId, so, us);
    await approve(us, id, { naming: so });
    await send(fileId, us, other);
    await refused(() => issue(other, id), { code: 'issued-elsewhere', params: { posts: ['US', 'SO'] } });
    await send(fileId, other, so);
    expect(await view(so, id)).toMatchObject({
      named: { marking: 'SO' },
      approvals: [{ bySignatory: true, named: { marking: 'SO' } }],
      allowedMoves: ['change', 'cancel', 'issue'],
    });
    expect(await issued(so, id)).toMatchObject({
      approvedBy: onPost('US', { name: us.name }),
      issuedBy: onPost('SO', { name: so.name }),
      signedBy: { name: us.name, for: false },
      signatory: { marking: 'US' },
    });
    const [event] = await office().rows<{ data: object }>(
      `SELECT data FROM event WHERE name = 'draft.approved' AND related_id = $1`,
      [id],
    );
    expect(event?.data).toMatchObject({ draftVersion: 1, namedPostId: so.postId });
  });

  it('may still be issued by the signatory himself when he has named another', async () => {
    const [so, us] = [at('SO'), at('US')];
    const { fileId, id } = await put(us);
    await send(fileId, so, us);
    await approve(us, id, { naming: so });
    expect(await issued(us, id)).toMatchObject({ issuedBy: onPost('US'), signedBy: { name: us.name } });
  });

  it('is not issued by whom a signatory named for an earlier version', async () => {
    const [so, us] = [at('SO'), at('US')];
    const { fileId, id } = await put(us);
    await send(fileId, so, us);
    const { version } = await approve(us, id, { naming: so });
    await send(fileId, us, so);
    await change(so, id, us, version);
    expect(await view(so, id)).toMatchObject({ state: 'draft', named: null, approvals: [{ draftVersion: 1 }] });
    await refused(() => issue(so, id), { code: 'issued-elsewhere', params: { posts: ['US'] } });
    await approve(so, id, { draftVersion: 2 });
    await refused(() => issue(so, id), { code: 'issued-elsewhere', params: { posts: ['US'] } });
  });

  it('has its issuing post named by the signing post alone, and only an officer’s post can be named', async () => {
    const [so, us] = [at('SO'), at('US')];
    const { fileId, id } = await put(us);
    await refused(() => approve(so, id, { naming: so }), { code: 'naming-not-yours', params: { post: 'US' } });
    await send(fileId, so, us);
    const at422 = (detail: string) => ({ code: detail, errors: [{ pointer: '#/namedPostId', detail }] });
    await refused(() => approve(us, id, { naming: at('ASO') }), at422('officer-needed'));
    await refused(() => approve(us, id, { naming: { ...us, postId: us.userId } }), at422('unknown-post'));
    await approve(us, id, { naming: us });
    expect(await view(us, id)).toMatchObject({ named: null, approvals: [{ named: null }] });
  });

  it('is not saved for a post that is no officer’s, and is for one that nobody holds', async () => {
    const so = at('SO');
    const officerNeeded = {
      code: 'officer-needed',
      params: { post: 'ASO' },
      errors: [{ pointer: '#/content/signatoryPostId', detail: 'officer-needed' }],
    };
    const { fileId } = await office().newFile(so);
    const request = { content: contentOf(at('ASO')), replyToReceiptId: null };
    await refused(() => office().get(CreateDraft).execute(so, fileId, request), officerNeeded);
    await refused(() => office().get(PreviewDraft).execute(so, fileId, request.content), officerNeeded);
    const vacant = await office().actor({ marking: 'VACANT' });
    await office().rows(`UPDATE tenure SET until_on = india_today() - 1 WHERE post_id = $1`, [vacant.postId]);
    const { id } = await put(vacant);
    await refused(() => change(so, id, at('ASO'), 1), officerNeeded);
    await approve(so, id);
    expect(await view(so, id)).toMatchObject({ signatory: { marking: 'VACANT' }, signatoryHolder: null });
    await refused(() => issue(so, id), { code: 'issued-elsewhere', params: { posts: ['VACANT'] } });
  });

  it('is signed for the signatory by a link officer, and by whoever has additional charge as his own', async () => {
    const [so, us] = [at('SO'), at('US')];
    for (const [capacity, isFor] of [
      ['link', true],
      ['additional', false],
    ] as const) {
      const holder = await another(us, capacity);
      const { fileId, id } = await put(us);
      await send(fileId, so, us);
      await approve(holder, id);
      expect(await issued(holder, id)).toMatchObject({
        approvedBy: onPost('US', { name: holder.name, capacity }),
        issuedBy: onPost('US', { name: holder.name, capacity }),
        signedBy: { name: holder.name, for: isFor },
      });
    }
  });

  it('bears the name of the link officer who approved it and named the post that issued it', async () => {
    const [so, us] = [at('SO'), at('US')];
    const link = await another(us, 'link');
    const { fileId, id } = await put(us);
    await send(fileId, so, us);
    await approve(link, id, { naming: so });
    await send(fileId, us, so);
    expect(await issued(so, id)).toMatchObject({
      approvedBy: onPost('US', { name: link.name, capacity: 'link' }),
      issuedBy: onPost('SO'),
      signedBy: { name: link.name, for: true },
    });
  });
});
