import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { type OperationEntry, OPERATIONS } from '@patravali/contract';
import { establishment } from '../../support/acts/administration/establishment-acts';
import { numbers } from '../../support/acts/administration/number-acts';
import { connections, settings } from '../../support/acts/administration/settings-acts';
import { synonyms } from '../../support/acts/administration/synonym-acts';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { post, send, type Step } from '../../support/http/repetition';
import { stateOfTheDatabase } from '../../support/office/state-of-the-database';
import { trusting } from '../../support/signing/trust-acts';

/** Before there is an administrator. */
const BY_A_LINK = 'setUpOffice';
/** Reads a table that somebody uploads, and records nothing. */
const READS_A_LIST = 'readDayList';
/** What administrators alone do to people. */
const TO_PEOPLE = /^user\.(created|changed|link_made|closed|reopened|tenure_started|tenure_ended|attached)$/;
/** What they prepare for an officer is not to be acted upon, whatever it is. */
const OF_ASSISTANTS = ['not-allowed', 'not-for-assistants'];
/** He does the same in his own unit: what lies elsewhere he does not find, and whom he enters is his. */
const OF_A_UNIT = 'administrator of another unit';
const OF_WHOEVER_KEEPS = 'createPerson';
const READ_BY_BOTH = new Set(['/units', '/people', '/tenures', '/people/ID/charges', '/posts/ID/details']);
const A_LIST = {
  year: 2099,
  list: Buffer.from('दिनांक;हिन्दी में नाम;अंग्रेज़ी में नाम;प्रकार\n4/3/2099;स्थानीय मेला;Local fair;').toString('base64'),
};
const READINGS = [
  '/units',
  '/people',
  '/tenures',
  '/people/ID/charges',
  '/posts/ID/details',
  '/number-schemes',
  '/number-heads/kept',
  '/checklist',
  '/synonyms',
  '/security-events',
  '/certificate-bindings',
  '/unbound-keys',
];

describe('what administrators do to the office', () => {
  const api = useApi();
  let clerks: Clerks;
  /** Everybody else, and the administrator himself at another post. */
  let others: Readonly<Record<string, Actor>>;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const { officer, clerk, stranger, auditor, administrator } = clerks;
    const { office } = api();
    const dispatcher = await office.actor({ marking: 'DISPATCH', roles: ['dispatcher'], superior: officer });
    const vacant = await office.actor({ marking: 'SO(VACANT)' });
    await office.rows('UPDATE tenure SET user_id = $1 WHERE user_id = $2', [administrator.userId, vacant.userId]);
    const unitId = randomUUID();
    await office.rows(
      `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, 'REC', 'अभिलेख', 'Records')`,
      [unitId, office.id],
    );
    const ofUnit = { unitId, roles: ['unit_administrator'] as const, administeredUnitId: unitId };
    others = {
      officer,
      clerk,
      stranger,
      auditor,
      dispatcher,
      'link officer': await office.linkOfficerOf(await office.actor({ marking: 'SO(ON LEAVE)' })),
      'assistant of an officer': await office.assistantOf(officer),
      'assistant of the administrator': await office.assistantOf(administrator),
      'administrator at another post': { ...vacant, userId: administrator.userId },
      [OF_A_UNIT]: await office.actor({ marking: 'HC(REC)', ...ofUnit }),
    };
  });

  /** What the office holds; that somebody was refused is a line of its own, and how often he asks is counted. */
  const state = async () =>
    (await stateOfTheDatabase(api().office))
      .split('\n')
      .filter((table) => !/^(security_event|recent_use) /.test(table));

  it('is refused to everybody else, act by act as it is then done, and leaves the office as it was', async () => {
    const done = new Set<string>();
    const go = async (step: Step) => {
      const before = await state();
      for (const [who, by] of Object.entries(others)) {
        if (who === OF_A_UNIT && step.does === OF_WHOEVER_KEEPS) continue;
        const { status, body } = await send(api(), by, step, randomUUID());
        const codes = who.startsWith('assistant') ? OF_ASSISTANTS : ['not-allowed'];
        const { code } = body as { code: string };
        const isHidden = who === OF_A_UNIT && code === 'not-found';
        expect([who, step.does, status, isHidden || codes.includes(code) || code]).toEqual([
          who,
          step.does,
          isHidden ? 404 : 403,
          true,
        ]);
      }
      expect(await state()).toEqual(before);
      const { status, body, text } = await send(api(), clerks.administrator, step, randomUUID());
      expect([step.does, Math.floor(status / 100), text]).toEqual([step.does, 2, text]);
      done.add(step.does);
      return body as Readonly<Record<string, unknown>>;
    };
    await settings(go, await api().office.newDocument(clerks.administrator));
    await connections(go);
    await establishment(go, clerks.officer);
    await numbers(go);
    await synonyms((step) => go(step));
    await trusting(clerks.officer, go);
    const name = { hi: 'आकस्मिक अवकाश', en: 'Casual leave' };
    await go(post('keepCaseCategory', '/case-categories', { code: 'CL', name, powers: [] }));
    await go(post(READS_A_LIST, '/calendar/list', A_LIST));

    const acts = Object.entries<OperationEntry>(OPERATIONS).filter(
      ([does, { event }]) =>
        event &&
        does !== BY_A_LINK &&
        [event].flat().every((each) => typeof each === 'string' && isOfAdministrators(each)),
    );
    expect([...done].sort()).toEqual([READS_A_LIST, ...acts.map(([does]) => does)].sort());
  }, 120_000);

  it('is read by nobody else', async () => {
    for (const reading of READINGS) {
      for (const [who, by] of Object.entries(others)) {
        if (who === OF_A_UNIT && READ_BY_BOTH.has(reading)) continue;
        const path = reading.replace('ID', reading.startsWith('/people') ? by.userId : by.postId);
        const { status, body } = await api().as(by, 'get', path);
        expect([who, path, status, body]).toMatchObject([who, path, 403, { code: 'not-allowed' }]);
      }
    }
  });

  it('does not begin again by the link of the first start', async () => {
    const name = { hi: 'अन्य कार्यालय', en: null };
    const body = {
      token: 'x'.repeat(43),
      office: name,
      name,
      username: 'anya',
      newPassword: 'four blue trains at noon',
    };
    const before = await state();
    for (const by of [...Object.values(others), clerks.administrator]) {
      const { body: told } = await send(api(), by, post(BY_A_LINK, '/set-up', body), randomUUID());
      expect(told).toMatchObject({ status: 409, code: 'already-set-up' });
    }
    expect(await state()).toEqual(before);
  });
});

const isOfAdministrators = (event: string): boolean => event.startsWith('organisation.') || TO_PEOPLE.test(event);
