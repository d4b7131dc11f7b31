import { randomUUID } from 'node:crypto';
import {
  dutyOperations,
  establishmentOperations,
  listImportOperations,
  type OperationEntry,
  peopleOperations,
  tenureOperations,
} from '@patravali/contract';
import { NAZARAT, ORDER, REASON } from '../../support/establishment/establishment';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { stateOfTheDatabase } from '../../support/office/state-of-the-database';

const ADMINISTRATION: Readonly<Record<string, OperationEntry>> = {
  ...establishmentOperations,
  ...peopleOperations,
  ...tenureOperations,
  ...dutyOperations,
  ...listImportOperations,
};
const UNIT = { ...NAZARAT, reason: REASON };
const POST = {
  marking: 'NAZIR',
  markingHi: null,
  designation: { hi: 'नाज़िर', en: 'Nazir' },
  level: 6,
  unitId: randomUUID(),
  superiorPostId: null,
  roles: ['dealing_hand'],
  auditedUnitIds: [],
  administeredUnitId: null,
  informationRole: null,
  phone: null,
  email: null,
  reason: REASON,
};
const PERSON = { name: { hi: 'रमेश यादव', en: 'Ramesh Yadav' }, email: null, reason: REASON };
const LIST = { list: Buffer.from('Marking').toString('base64'), reason: REASON };
/** A right request of each act; the others take none. */
const BODIES: Readonly<Record<string, object>> = {
  createUnit: UNIT,
  changeUnit: UNIT,
  abolishUnit: { reason: REASON },
  createPost: POST,
  changePost: POST,
  abolishPost: { reason: REASON },
  createPerson: { username: 'ramesh', ...PERSON },
  changePerson: PERSON,
  closeAccount: { cause: 'retired', reason: REASON },
  reopenAccount: { reason: REASON },
  startTenure: {
    personId: randomUUID(),
    postId: randomUUID(),
    kind: 'regular',
    fromOn: '2026-01-01',
    orderReference: ORDER,
  },
  checkPeopleList: LIST,
  importPeople: LIST,
  checkPostList: LIST,
  importPosts: LIST,
  sendOnDuty: {
    duty: 'निर्वाचन ड्यूटी',
    fromOn: '2099-04-11',
    untilOn: '2099-04-14',
    orderReference: ORDER,
    desks: [{ postId: randomUUID() }],
  },
  attachPerson: {
    toPostId: randomUUID(),
    fromOn: '2099-04-11',
    orderReference: ORDER,
    desks: [{ postId: randomUUID() }],
  },
  endTenure: { cause: 'retired', untilOn: '2026-01-31', orderReference: ORDER },
};

describe('the administration of the office', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });
  const ask = (by: keyof Clerks, does: string, more: object = {}) => {
    const { method, path, ifMatch } = ADMINISTRATION[does] ?? { method: 'GET', path: '' };
    return api().as(
      clerks[by],
      method.toLowerCase() as 'get' | 'post' | 'put',
      path.replace(/:\w+/, () => clerks.clerk.postId),
      { ...(does in BODIES && { body: BODIES[does] }), ...(ifMatch && { headers: { 'if-match': '"1"' } }), ...more },
    );
  };

  /** What the office holds; that somebody was refused, and how often he asked for bytes, are lines of their own. */
  const state = async () =>
    (await stateOfTheDatabase(api().office))
      .split('\n')
      .filter((table) => !/^(?:security_event|recent_use) /.test(table));

  it.each(['officer', 'clerk', 'stranger', 'auditor'] as const)('is refused to the %s, act by act', async (by) => {
    const before = await state();
    for (const does of Object.keys(ADMINISTRATION)) {
      const { status, body } = await ask(by, does);
      expect([does, status, (body as { code?: string }).code]).toEqual([does, 403, 'not-allowed']);
    }
    expect(await state()).toEqual(before);
  });

  it('is refused to the administrator of another unit, act by act', async () => {
    const { office } = api();
    const unitId = randomUUID();
    await office.rows(
      `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, 'REC', 'अभिलेख', 'Records')`,
      [unitId, office.id],
    );
    const roles = ['dealing_hand', 'unit_administrator'] as const;
    const head = await office.actor({ marking: 'HC(REC)', unitId, roles, administeredUnitId: unitId });
    const { postId, userId } = clerks.clerk;
    const [tenure] = await office.rows<{ id: string }>('SELECT id FROM tenure WHERE post_id = $1', [postId]);
    const ids: Readonly<Record<string, string>> = {
      unitId: office.unitId,
      postId,
      personId: userId,
      tenureId: tenure?.id ?? '',
    };
    const before = await state();
    for (const [does, { method, path, ifMatch }] of Object.entries(ADMINISTRATION)) {
      // He sees his own there, and enters people.
      if (['listUnits', 'listPeople', 'createPerson'].includes(does)) continue;
      const named = does === 'startTenure' ? { personId: userId, postId } : {};
      const { status, body } = await api().as(
        head,
        method.toLowerCase() as 'get' | 'post' | 'put',
        path.replace(/:(\w+)/, (_, name: string) => ids[name] ?? ''),
        {
          ...(does in BODIES && { body: { ...BODIES[does], ...named } }),
          ...(ifMatch && { headers: { 'if-match': '"1"' } }),
        },
      );
      const isHidden = path.includes(':') && does !== 'reopenAccount';
      const refused = isHidden ? [404, 'not-found'] : [403, 'not-allowed'];
      expect([does, status, (body as { code?: string }).code]).toEqual([does, ...refused]);
    }
    expect(await state()).toEqual(before);
  });

  it('says at the field what is wrong, in both languages', async () => {
    const inHindi = { headers: { 'accept-language': 'hi' } };
    for (const [more, sentence] of [
      [{}, 'There is no such person in this office. Choose a person from the list.'],
      [inHindi, 'इस कार्यालय में ऐसा कोई व्यक्ति नहीं है। सूची से चुनें।'],
    ] as const) {
      const { status, body } = await ask('administrator', 'startTenure', more);
      expect([status, body]).toMatchObject([
        422,
        { code: 'no-such-person', detail: sentence, errors: [{ pointer: '#/personId' }] },
      ]);
    }
  });
});
