import type { Actor } from '@patravali/authorization';
import { DraftContent, type TenureKind } from '@patravali/contract';
import { useOffice } from '../../../../../test/support/office';
import { ApproveDraft } from '../approve-draft';
import { CreateDraft } from '../writing/create-draft';
import { IssueDraft } from './issue-draft';

/** Whose name a letter bears: of the people who hold the signing post today, the link officer before the regular holder. */
describe('who signs a letter', () => {
  const office = useOffice({ holds: 'section' });

  /** Another person on the post from so many days ago until so many days from now. */
  const appoint = async (post: Actor, kind: TenureKind, from: number, until: number | null) => {
    const person = await office().actor();
    await office().rows(
      `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, until_on)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, india_today() + $5::int, india_today() + $6::int)`,
      [office().id, person.userId, post.postId, kind, from, until],
    );
    return person.userId;
  };
  const signerOf = async (post: Actor) => {
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const paragraphs = [{ children: [{ type: 'text', text: 'स्वीकृति प्रदान की जाती है।' }] }];
    const letter = { form: 'letter', language: 'hi', subject: 'अनुदान', addressees: [{ name: 'निरीक्षक' }] };
    const content = DraftContent.parse({ ...letter, body: { version: 1, paragraphs }, signatoryPostId: post.postId });
    const { id } = await office().get(CreateDraft).execute(so, fileId, { content, replyToReceiptId: null });
    await office().get(ApproveDraft).execute(so, id, { draftVersion: 1 });
    const { issueId } = await office().get(IssueDraft).execute(so, id);
    const [issue] = await office().rows<{ by: string }>('SELECT signed_by_user_id AS by FROM issue WHERE id = $1', [
      issueId,
    ]);
    return issue?.by;
  };

  it('is the regular holder, also when another has additional charge', async () => {
    const us = office().at('US');
    await appoint(us, 'additional', -10, null);
    expect(await signerOf(us)).toBe(us.userId);
  });

  it('is the link officer while the regular holder is on leave, to the end of its last day and no longer', async () => {
    const ds = office().at('DS');
    await appoint(ds, 'link', -10, -1);
    await appoint(ds, 'link', 1, 10);
    expect(await signerOf(ds)).toBe(ds.userId);
    const link = await appoint(ds, 'link', -3, 0);
    expect(await signerOf(ds)).toBe(link);
  });

  it('is whoever has additional charge of a post without a regular holder', async () => {
    const other = office().at('OTHER');
    const additional = await appoint(other, 'additional', 0, null);
    await office().rows(`UPDATE tenure SET until_on = india_today() - 1 WHERE user_id = $1`, [other.userId]);
    expect(await signerOf(other)).toBe(additional);
  });
});
