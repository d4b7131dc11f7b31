import type { Actor } from '@patravali/authorization';
import { post, type Step } from '../../http/repetition';
import { aListOfPeople, aListOfPosts } from './lists';

type Go = (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>;

const REASON = 'कार्यालय आदेश संख्या 21/2027';
const ORDER = 'कार्यालय आदेश संख्या 22/2027';

/**
 * The administrator makes a unit, a post and a person, who takes charge, is sent on duty, leaves it, and whose account is closed; then all are
 * undone.
 * @param keeper has a post from which a desk is kept meanwhile
 */
export async function establishment(go: Go, keeper: Pick<Actor, 'postId'>): Promise<void> {
  const mark = crypto.randomUUID().slice(0, 8);
  const unit = {
    abbreviation: `Nazarat-${mark}`,
    abbreviationHi: null,
    name: { hi: 'नज़ारत', en: 'Nazarat' },
    parentId: null,
    reason: REASON,
  };
  const { id: unitId } = await go(post('createUnit', '/units', unit), { ...unit, abbreviation: `Other-${mark}` });
  const renamed = { ...unit, name: { hi: 'नज़ारत अनुभाग', en: 'Nazarat section' } };
  const onUnit = `/units/${String(unitId)}`;
  await go({ does: 'changeUnit', method: 'put', path: onUnit, body: renamed, ifMatch: '"1"' }, unit);
  const nazir = {
    marking: `NAZIR-${mark}`,
    markingHi: null,
    designation: { hi: 'नाज़िर', en: 'Nazir' },
    level: 9,
    unitId,
    superiorPostId: null,
    roles: ['dealing_hand'],
    auditedUnitIds: [],
    administeredUnitId: null,
    informationRole: null,
    phone: null,
    email: null,
    reason: REASON,
  };
  const { id: postId } = await go(post('createPost', '/posts', nazir), { ...nazir, marking: `OTHER-${mark}` });
  const onPost = `/posts/${String(postId)}`;
  const reached = { ...nazir, phone: '05462-220000' };
  await go({ does: 'changePost', method: 'put', path: onPost, body: reached, ifMatch: '"1"' }, nazir);
  await aPersonComesAndGoes(go, { postId: String(postId), linkPostId: keeper.postId }, mark);
  await go(post('importPeople', '/people/list', aListOfPeople(`sita-${mark}`)), aListOfPeople(`other-${mark}`));
  const list = aListOfPosts(nazir.marking, '05462-220001');
  await go(post('importPosts', '/posts/list', list), aListOfPosts(nazir.marking, '05462-220002'));
  await go(post('abolishPost', `${onPost}/abolish`, { reason: REASON }), { reason: ORDER });
  await go(post('abolishUnit', `${onUnit}/abolish`, { reason: REASON }), { reason: ORDER });
}

async function aPersonComesAndGoes(go: Go, desk: { postId: string; linkPostId: string }, mark: string): Promise<void> {
  const name = { hi: 'रमेश यादव', en: 'Ramesh Yadav' };
  const person = { username: `ramesh-${mark}`, name, email: null, reason: REASON };
  const { id } = await go(post('createPerson', '/people', person), { ...person, username: `other-${mark}` });
  const personId = String(id);
  const onPerson = `/people/${personId}`;
  const corrected = { name: { ...name, en: 'Ramesh Kumar Yadav' }, email: null, reason: REASON };
  const changing = { does: 'changePerson', method: 'put', path: onPerson, body: corrected, ifMatch: '"1"' } as const;
  await go(changing, { ...corrected, name });
  await go(post('makeSignInLink', `${onPerson}/link`), {});
  const { postId } = desk;
  const taking = { personId, postId, kind: 'regular', fromOn: '2026-01-01', orderReference: ORDER };
  const { id: tenureId } = await go(post('startTenure', '/tenures', taking), { ...taking, fromOn: '2026-01-02' });
  const days = { fromOn: '2099-04-11', untilOn: '2099-04-14' };
  const sent = { duty: 'निर्वाचन ड्यूटी', ...days, orderReference: ORDER, desks: [desk] };
  await go(post('sendOnDuty', '/duties', sent), { ...sent, duty: 'बाढ़ ड्यूटी' });
  const attached = { toPostId: desk.linkPostId, fromOn: '2099-05-01', orderReference: ORDER, desks: [desk] };
  const attaching = post('attachPerson', '/attachments', attached);
  await go(attaching, { ...attached, untilOn: '2099-05-31' });
  const leaving = { cause: 'transferred', untilOn: '2099-12-31', orderReference: ORDER };
  const ending = post('endTenure', `/tenures/${String(tenureId)}/end`, leaving);
  await go(ending, { ...leaving, cause: 'retired' });
  const closing = { cause: 'transferred', reason: REASON };
  await go(post('closeAccount', `${onPerson}/close`, closing), { ...closing, cause: 'retired' });
  await go(post('reopenAccount', `${onPerson}/reopen`, { reason: REASON }), { reason: ORDER });
}
