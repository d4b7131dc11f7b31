import { ChangePerson, CloseAccount, CreatePerson, PersonChargesQuery, ReopenAccount } from '@patravali/establishment';
import { FindSession, SignIn, SignInByLink } from '@patravali/identity';
import { ForwardFile } from '@patravali/movement';
import { ListPeople } from '@patravali/organisation';
import { REASON, useEstablishment } from '../../../../../test/support/establishment/establishment';
import { WORDS } from '../../../../../test/support/office/words';

const { office, kept, newPost, aPerson, newPerson, join, postsOf } = useEstablishment();

describe('people', () => {
  it('sign in by the link they get, and are corrected under the name they had', async () => {
    const person = aPerson();
    const { id, token } = await office().get(CreatePerson).execute(kept.administrator, person);
    await expect(office().get(CreatePerson).execute(kept.administrator, person)).rejects.toMatchObject({
      code: 'name-taken',
    });
    const opened = await office()
      .get(SignInByLink)
      .execute({ token: token ?? '', newPassword: 'चार-घोड़े-नदी-पर-72', address: '127.0.0.1' });
    expect(opened.session.user.name).toEqual(person.name);
    const name = { hi: 'रमेश चन्द्र यादव', en: 'Ramesh Chandra Yadav' };
    const change = () =>
      office().get(ChangePerson).execute(kept.administrator, id, { name, email: null, reason: REASON }, 1);
    expect(await change()).toEqual({ id, version: 2 });
    await expect(change()).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { items } = await office().get(ListPeople).execute(kept.administrator, { limit: 9, q: 'CHANDRA' });
    expect(items).toMatchObject([{ id, name, hasPassword: true, formerNames: [{ name: person.name }] }]);
  });

  it('whose account is closed are out at once, and hold nothing when it is opened again', async () => {
    const person = aPerson();
    const { id, token } = await office().get(CreatePerson).execute(kept.administrator, person);
    const postId = await newPost();
    await join({ personId: id, postId });
    const newPassword = 'चार-घोड़े-नदी-पर-72';
    const visitor = { address: '127.0.0.1' };
    const opened = await office()
      .get(SignInByLink)
      .execute({ token: token ?? '', newPassword, ...visitor });
    const session = () => office().get(FindSession).execute(opened.token);
    expect((await session()).session.posts).toHaveLength(1);
    expect(await postsOf(id)).toEqual([postId]);
    const close = () =>
      office().get(CloseAccount).execute(kept.administrator, id, { cause: 'suspended', reason: REASON });
    expect(await close()).toEqual({ id, sessions: 1, posts: [postId] });
    await expect(session()).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(await postsOf(id)).toEqual([]);
    const ended = await office().rows('SELECT end_cause, end_order FROM tenure WHERE user_id = $1', [id]);
    expect(ended).toEqual([{ end_cause: 'suspended', end_order: REASON }]);
    await expect(close()).rejects.toMatchObject({ code: 'account-closed' });
    const signIn = () =>
      office()
        .get(SignIn)
        .execute({ username: person.username, password: newPassword, ...visitor });
    await expect(signIn()).rejects.toMatchObject({ code: 'wrong-credentials' });
    const reopen = () => office().get(ReopenAccount).execute(kept.administrator, id, { reason: REASON });
    await reopen();
    await expect(reopen()).rejects.toMatchObject({ code: 'account-in-use' });
    expect((await signIn()).session.posts).toEqual([]);
  });
});

describe('mail addresses', () => {
  it('are those of one person each, whichever letters are large, but for closed accounts', async () => {
    const email = 'Nazir@example.in';
    const { id } = await newPerson({ email });
    const taken = { code: 'name-taken', errors: [{ pointer: '#/email' }] };
    await expect(newPerson({ email: 'nazir@EXAMPLE.in' })).rejects.toMatchObject(taken);
    const other = await newPerson();
    const change = () =>
      office()
        .get(ChangePerson)
        .execute(kept.administrator, other.id, { name: { hi: 'अ', en: 'A' }, email, reason: REASON }, 1);
    await expect(change()).rejects.toMatchObject(taken);
    await office().get(CloseAccount).execute(kept.administrator, id, { cause: 'retired', reason: REASON });
    await change();
    const reopen = office().get(ReopenAccount).execute(kept.administrator, id, { reason: REASON });
    await expect(reopen).rejects.toMatchObject({ code: 'name-taken' });
  });
});

describe('what a person leaves', () => {
  it('is said before the account is closed: what waits, who else holds the post, and who stands below', async () => {
    const [first, second] = [await newPerson(), await newPerson()];
    const [alone, shared] = [await newPost({ level: 3 }), await newPost({ level: 4 })];
    await newPost({ superiorPostId: alone });
    await join({ personId: first.id, postId: alone });
    await join({ personId: first.id, postId: shared });
    await join({ personId: second.id, postId: shared, kind: 'additional' });
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    await office()
      .get(ForwardFile)
      .execute(so, fileId, { toPostId: alone, action: 'for_necessary_action', ...WORDS });
    const { charges } = await office().get(PersonChargesQuery).execute(kept.administrator, first.id);
    expect(charges).toEqual([
      { post: alone, waiting: 1, below: 1, otherHolders: 0 },
      { post: shared, waiting: 0, below: 0, otherHolders: 1 },
    ]);
    await expect(office().get(PersonChargesQuery).execute(so, first.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
