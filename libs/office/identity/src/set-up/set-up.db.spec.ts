import { makeSetUpLink, SetUpOffice, SignIn } from '@patravali/identity';
import { useOffice } from '../../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../../test/support/office/small-office';

const PASSWORD = 'नीली रेल दोपहर चली';
const REQUEST = {
  office: { hi: 'खण्ड विकास कार्यालय', en: null },
  name: { hi: 'मीना सोनकर', en: null },
  username: 'meena',
  newPassword: PASSWORD,
};
const refused = (code: string) => ({ code });

describe('an office that is set up by the link of its first start', () => {
  const office = useOffice({ holds: 'nothing', config: { demo: false } });
  const link = async () => (await makeSetUpLink(office().dataSource.manager)) ?? '';
  const setUp = (token: string, changes: object = {}) =>
    office()
      .get(SetUpOffice)
      .execute({ token, ...REQUEST, ...changes, address: '10.0.0.7' });
  const everything = () =>
    office().rows(`SELECT (SELECT count(*) FROM organisation) AS organisations, (SELECT count(*) FROM post) AS posts,
      (SELECT count(*) FROM office_user) AS people, (SELECT count(*) FROM event) AS events`);

  it('is refused by a link that was never made, was replaced, or has expired, and changes nothing', async () => {
    const before = await everything();
    await expect(setUp('A'.repeat(43))).rejects.toMatchObject(refused('set-up-link-not-valid'));
    const [older, newer] = [await link(), await link()];
    await expect(setUp(older)).rejects.toMatchObject(refused('set-up-link-not-valid'));
    await office().rows(`UPDATE set_up_link SET expires_at = expires_at - interval '72 hours'`);
    await expect(setUp(newer)).rejects.toMatchObject(refused('set-up-link-not-valid'));
    expect(await everything()).toEqual(before);
  });

  it('leaves the link as it is when the password is weak or holds the name of the office', async () => {
    const token = await link();
    await expect(setUp(token, { newPassword: 'Password@123' })).rejects.toMatchObject(refused('password-common'));
    await expect(setUp(token, { newPassword: 'खण्ड नीली रेल' })).rejects.toMatchObject(refused('password-holds-name'));
    expect(await office().rows('SELECT organisation_id FROM set_up_link')).toEqual([{ organisation_id: null }]);
  });

  it('is set up once when the link is used ten times at once, with its unit, posts and administrator', async () => {
    const token = await link();
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) => setUp(token, { username: `meena.${n}` })),
    );
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(won).toHaveLength(1);
    expect(tries.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))).toEqual(
      Array.from({ length: 9 }, () => expect.objectContaining(refused('already-set-up')) as unknown),
    );
    const [opened] = won;
    expect(opened?.session).toMatchObject({
      organisation: { name: { hi: 'खण्ड विकास कार्यालय', en: 'खण्ड विकास कार्यालय' } },
      posts: [{ marking: 'ADMIN', roles: ['administrator'], capacity: 'regular' }],
    });
    expect(
      await office().rows(`SELECT post.marking, post.roles::text, tenure.from_on = india_today() AS "heldToday"
        FROM post LEFT JOIN tenure ON tenure.post_id = post.id ORDER BY level`),
    ).toEqual([
      { marking: 'HEAD', roles: '{officer}', heldToday: null },
      { marking: 'ADMIN', roles: '{administrator}', heldToday: true },
    ]);
    expect(
      await office().rows('SELECT letterhead_languages AS heads, kept_languages AS kept FROM organisation'),
    ).toEqual([{ heads: 'hi', kept: 'hi' }]);
    expect(await office().rows('SELECT name, user_id, data FROM event ORDER BY at')).toEqual([
      { name: 'organisation.set_up', user_id: null, data: { username: opened?.session.user.username } },
    ]);
    expect(
      await office()
        .get(SignIn)
        .execute({ username: opened?.session.user.username ?? '', password: PASSWORD, address: '10.0.0.7' }),
    ).toHaveProperty('token');
  });

  it('is set up no more: no link is made, and the one that was used is refused in a sentence of its own', async () => {
    expect(await makeSetUpLink(office().dataSource.manager)).toBeNull();
    await expect(setUp('A'.repeat(43))).rejects.toMatchObject(refused('already-set-up'));
    await expect(
      office().rows(`UPDATE set_up_link SET organisation_id = NULL, token_hash = 'x'`),
    ).rejects.toMatchObject({ constraint: 'one_office_is_set_up' });
  });
});

describe('an office that was loaded from a file beside its link', () => {
  const office = useOffice({ holds: 'nothing', config: { demo: false } });

  it('is not set up a second time', async () => {
    const token = (await makeSetUpLink(office().dataSource.manager)) ?? '';
    await office().load(SMALL_OFFICE);
    await expect(
      office()
        .get(SetUpOffice)
        .execute({ token, ...REQUEST, address: '10.0.0.7' }),
    ).rejects.toMatchObject(refused('already-set-up'));
    expect(await office().rows('SELECT count(*)::int AS n FROM organisation')).toEqual([{ n: 1 }]);
  });
});
