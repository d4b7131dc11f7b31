import { createHash } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { CameBetween, ChargeHandedOver, ChargeView, Page, Session } from '@patravali/contract';
import { MakeCertificate } from '@patravali/establishment';
import { MakeNotices } from '@patravali/notices';
import { pdfText } from '../../../../libs/platform/typesetting/test/pdf-text';
import { type Answer, useApi } from '../../../../test/support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../../../test/support/http/clerks';
import { WORDS } from '../../../../test/support/office/words';

const ORDER = 'कार्यालय आदेश संख्या 88/2026 दिनांक 27.11.2026';
const [FRIDAY, SATURDAY, MONDAY] = ['2026-11-27T09:30:00Z', '2026-11-28T05:30:00Z', '2026-11-30T07:30:00Z'];
const LONG = 120_000;
const NOTHING = createHash('sha256').update('[]').digest('hex');

describe('the charge of a post', () => {
  const api = useApi();
  let clerks: Clerks;
  /** What time it is in the office. */
  const now = (instant: string) =>
    api().office.rows(
      `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
    );
  const done = ({ status, body, text }: Answer): unknown => {
    expect([Math.floor(status / 100), text]).toEqual([2, text]);
    return body;
  };
  const made = (answer: Answer) => done(answer) as { id: string };
  const post = (by: Actor, path: string, body: object = {}) => api().as(by, 'post', path, { body });
  /** The person at another post. */
  const at = (person: Actor, { postId }: Actor): Actor => ({ ...person, postId });
  const inbox = async (by: Actor) => {
    const { status, body } = await api().as(by, 'get', '/desk/inbox');
    return [
      status,
      (body as { items?: { id: string }[] }).items?.map(({ id }) => id) ?? (body as { code: string }).code,
    ];
  };
  const charge = async (by: Actor) => (done(await api().as(by, 'get', '/charges')) as Page<ChargeView>).items[0];

  beforeAll(async () => {
    await now(FRIDAY);
    clerks = await appointClerks(api());
  }, LONG);

  it(
    'is handed over on a Friday afternoon, kept by a link officer, and taken over on Monday with what came between',
    async () => {
      const { officer, stranger: link, administrator, auditor, clerk } = clerks;
      const successor = await api().office.actor({ marking: 'SO(RAJ)' });
      const files: string[] = [];
      for (let at = 0; at < 37; at++) files.push(await openAFile(api(), officer, `प्रकरण ${at + 1}`));
      const draftOn = async (fileId: string | undefined) => {
        const content = aLetter(officer.postId);
        return made(await post(officer, `/files/${fileId ?? ''}/drafts`, { content })).id;
      };
      for (const fileId of files.slice(0, 4)) await draftOn(fileId);
      for (const fileId of files.slice(4, 6)) {
        const draft = await draftOn(fileId);
        done(await post(officer, `/drafts/${draft}/approve`, { draftVersion: 1 }));
        done(await post(officer, `/drafts/${draft}/issue`));
      }

      const handing = { cause: 'transferred', orderReference: ORDER };
      const handed = done(await post(officer, `/posts/${officer.postId}/hand-over`, handing)) as ChargeHandedOver;
      expect(handed.counts).toEqual({ file: 37, parked: 0, receipt: 0, draft: 4, letter: 2, number: 0, key: 0 });
      expect(await inbox(officer)).toEqual([403, 'not-your-post']);
      expect((done(await api().as(officer, 'get', '/session')) as Session).posts).toEqual([]);

      const meanwhile = { personId: link.userId, postId: officer.postId, kind: 'link', fromOn: '2026-11-27' };
      const untilMonday = { fromHalf: 'afternoon', untilOn: '2026-11-30', orderReference: ORDER };
      const { id: tenureId } = made(await post(administrator, '/tenures', { ...meanwhile, ...untilMonday }));
      const untilNoon = { cause: 'relieved', untilOn: '2026-11-30', untilHalf: 'forenoon', orderReference: ORDER };
      done(await post(administrator, `/tenures/${tenureId}/end`, untilNoon));

      await now(SATURDAY);
      const urgent = await openAFile(api(), successor, 'बाढ़ की स्थिति');
      const sending = { toPostId: officer.postId, urgency: 'immediate', ...WORDS };
      done(await post(successor, `/files/${urgent}/forward`, sending));
      const [, atDesk] = await inbox(at(link, officer));
      expect(atDesk).toContain(urgent);
      done(await post(at(link, officer), `/files/${urgent}/open`));
      await api().office.get(MakeNotices).execute();
      const told = 'SELECT DISTINCT user_id AS id FROM notice WHERE subject_id = $1 AND post_id = $2';
      expect(await api().office.rows(told, [urgent, officer.postId])).toEqual([{ id: link.userId }]);

      await now(MONDAY);
      expect(await inbox(at(link, officer))).toEqual([403, 'not-your-post']);
      const joining = { personId: successor.userId, postId: officer.postId, kind: 'regular', cause: 'transferred' };
      const onMonday = { fromOn: '2026-11-30', fromHalf: 'afternoon', orderReference: ORDER };
      done(await post(administrator, '/tenures', { ...joining, ...onMonday }));
      const joined = at(successor, officer);
      const found = await charge(joined);
      expect(found).toMatchObject({ id: handed.id, takenAt: null, certificate: 'being_made', half: 'afternoon' });
      const between = done(await api().as(joined, 'get', `/charges/${handed.id}/came-between`)) as CameBetween;
      expect(between.items).toMatchObject([{ kind: 'file', subject: 'बाढ़ की स्थिति', since: '2026-11-28' }]);
      const takeOver = (seen: string) => post(joined, `/charges/${handed.id}/take-over`, { seen });
      expect(await takeOver(NOTHING)).toMatchObject({ status: 409, body: { code: 'came-meanwhile' } });
      done(await takeOver(between.seen));
      expect(await charge(joined)).toMatchObject({ takenBy: successor.name, takenAt: '2026-11-30T07:30:00.000Z' });

      const job = { organisationId: officer.organisationId, id: handed.id };
      const certificate = (by: Actor, language = 'hi') =>
        api().as(by, 'get', `/charges/${handed.id}/certificate?language=${language}`);
      expect(await certificate(officer)).toMatchObject({ status: 409, body: { code: 'pdf-not-ready' } });
      await api().office.get(MakeCertificate).execute(job);
      await api().office.get(MakeCertificate).execute(job);
      for (const by of [officer, joined, auditor])
        expect([by.post.marking, (await certificate(by)).status]).toEqual([by.post.marking, 200]);
      for (const by of [clerk, administrator]) expect(await certificate(by)).toMatchObject({ status: 404 });
      expect(await charge(administrator)).toMatchObject({ certificate: 'withheld' });
      expect(await charge(auditor)).toMatchObject({ certificate: 'made' });
      const [hi, en] = await Promise.all(
        ['hi', 'en'].map(async (language) => {
          const { body } = await certificate(officer, language);
          return (await pdfText(body as Buffer)).normalize('NFC').replaceAll(/\s+/g, ' ');
        }),
      );
      for (const words of [
        'प्रभार प्रमाणक',
        'पटल पर पत्रावलियाँ: 37',
        'आलेख: 4',
        'अप्रेषित पत्र: 2',
        '27.11.2026 के अपराह्न',
        'प्रकरण 37',
      ])
        expect(hi).toContain(words);
      for (const words of [
        'CERTIFICATE OF CHARGE',
        'Files on the desk: 37',
        'Drafts: 4',
        'Letters not yet sent: 2',
        'afternoon of 27.11.2026',
      ])
        expect(en).toContain(words);
      const names = `SELECT name FROM event WHERE related_id = $1 ORDER BY at, name`;
      expect(await api().office.rows(names, [handed.id])).toEqual(
        expect.arrayContaining([
          { name: 'user.charge_handed_over' },
          { name: 'user.charge_taken_over' },
          { name: 'user.charge_certified' },
        ]),
      );
    },
    LONG,
  );

  it(
    'of a head clerk who is suspended at eleven goes to another by order, and his session is dead a minute later',
    async () => {
      const { clerk, administrator } = clerks;
      await now('2026-12-02T05:29:00Z');
      const file = await openAFile(api(), clerk, 'सेवा पुस्तिका');
      await now('2026-12-02T05:30:00Z');
      done(await post(administrator, `/people/${clerk.userId}/close`, { cause: 'suspended', reason: ORDER }));
      await now('2026-12-02T05:31:00Z');
      expect(await inbox(clerk)).toEqual([401, 'not-signed-in']);
      const handing = { cause: 'suspended', orderReference: ORDER };
      const handed = done(await post(administrator, `/posts/${clerk.postId}/hand-over`, handing)) as ChargeHandedOver;
      expect(handed.counts).toMatchObject({ file: 1 });
      const other = await api().office.actor({ roles: ['dealing_hand'] });
      const giving = { personId: other.userId, postId: clerk.postId, kind: 'additional', cause: 'attached' };
      done(await post(administrator, '/tenures', { ...giving, fromOn: '2026-12-02', orderReference: ORDER }));
      expect(await inbox(at(other, clerk))).toEqual([200, [file]]);
      done(await post(at(other, clerk), `/charges/${handed.id}/take-over`, { seen: NOTHING }));
    },
    LONG,
  );
});
