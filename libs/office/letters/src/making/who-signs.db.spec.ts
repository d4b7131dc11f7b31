import type { Actor } from '@patravali/authorization';
import type { TenureKind } from '@patravali/contract';
import { useOffice } from '../../../../../test/support/office/office';
import { letterFrame } from './letter-frame';

/** Whose name a preview bears: of the people who hold the signing post today, the link officer before the regular holder. */
describe('who will sign a letter', () => {
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
    const { fileId } = await office().newFile(office().at('SO'));
    const { signatory } = await letterFrame(office().manager, office().id, fileId, {
      signatoryPostId: post.postId,
    });
    return signatory.holder;
  };

  it('is the regular holder, also when another has additional charge', async () => {
    const us = office().at('US');
    await appoint(us, 'additional', -10, null);
    expect(await signerOf(us)).toMatchObject({ userId: us.userId, capacity: 'regular' });
  });

  it('is the link officer while the regular holder is on leave, to the end of its last day and no longer', async () => {
    const ds = office().at('DS');
    await appoint(ds, 'link', -10, -1);
    await appoint(ds, 'link', 1, 10);
    expect(await signerOf(ds)).toMatchObject({ userId: ds.userId, capacity: 'regular' });
    const link = await appoint(ds, 'link', 0, 0);
    expect(await signerOf(ds)).toMatchObject({ userId: link, capacity: 'link' });
  });

  it('is whoever has additional charge of a post without a regular holder', async () => {
    const other = office().at('OTHER');
    const additional = await appoint(other, 'additional', 0, null);
    await office().rows(`UPDATE tenure SET until_on = india_today() - 1 WHERE user_id = $1`, [other.userId]);
    expect(await signerOf(other)).toMatchObject({ userId: additional, capacity: 'additional' });
  });

  it('is nobody while the post is vacant', async () => {
    const clerk = office().at('CLERK');
    await office().rows(`UPDATE tenure SET until_on = india_today() - 1 WHERE user_id = $1`, [clerk.userId]);
    expect(await signerOf(clerk)).toBeNull();
  });
});
