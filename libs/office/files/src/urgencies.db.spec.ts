import type { Actor } from '@patravali/authorization';
import type { OfficeUrgency, Urgency } from '@patravali/contract';
import { ForwardFile } from '@patravali/movement';
import { OrganisationQueries, SetUrgencies } from '@patravali/organisation';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';
import { CreateFile } from './index';

/** An office that goes by “Out Today” instead of Top Priority, leaves that to officers, and gives VIP up. */
const OURS: OfficeUrgency[] = [
  { code: 'top_priority', name: { hi: 'आज ही', en: 'Out Today' }, setBy: 'officer', inUse: true },
  { code: 'vip', name: { hi: 'वी०आई०पी०', en: 'VIP' }, setBy: 'officer', inUse: false },
];

const office = useOffice({ holds: 'section' });
let administrator: Actor;
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  await set(administrator, OURS);
});
const set = (by: Actor, items: OfficeUrgency[]) =>
  office().get(SetUrgencies).execute(by, { items, reason: 'शासनादेश संख्या 32/2026' });
const open = (by: Actor, urgency: Urgency) =>
  office().get(CreateFile).execute(by, { headId: office().headId, subject: 'विद्यालय भवन', grading: 'normal', urgency });
const forward = (by: Actor, fileId: string, to: Actor, urgency?: Urgency) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, ...WORDS, ...(urgency && { urgency }) });

describe('the degrees of urgency of the office', () => {
  it('are named by the administrator alone; the others are as the manual has them', async () => {
    await expect(set(office().at('SO'), OURS)).rejects.toMatchObject({ code: 'not-allowed' });
    const { items } = await office().get(OrganisationQueries).listUrgencies(office().at('ASO'));
    expect(items.map(({ code, name, setBy, inUse }) => [code, name.en, setBy, inUse])).toEqual([
      ['ordinary', 'Ordinary', 'anyone', true],
      ['priority', 'Priority', 'anyone', true],
      ['immediate', 'Immediate', 'anyone', true],
      ['top_priority', 'Out Today', 'officer', true],
      ['vip', 'VIP', 'officer', false],
    ]);
  });

  it('are set by those whom the office lets, on a new file and on one that is sent', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    const refused = { code: 'urgency-needs-officer', params: { urgency: { hi: 'आज ही', en: 'Out Today' } } };
    await expect(open(aso, 'top_priority')).rejects.toMatchObject(refused);
    const { id } = await open(aso, 'immediate');
    await expect(forward(aso, id, so, 'top_priority')).rejects.toMatchObject(refused);
    await forward(aso, id, so);
    await forward(so, id, aso, 'top_priority');
    // What stands may stay in any hand.
    await forward(aso, id, so, 'top_priority');
    const change = `UPDATE file_custody SET urgency = $2 WHERE file_id = $1`;
    const { id: ofAClerk } = await open(aso, 'ordinary');
    await expect(office().rows(change, [ofAClerk, 'top_priority'])).rejects.toMatchObject({
      constraint: 'file_graded_by_officer',
    });
    await office().rows(change, [ofAClerk, 'immediate']);
  });

  it('that are not in use are set by nobody, and what bears them keeps them', async () => {
    const [aso, so] = [office().at('ASO'), office().at('SO')];
    await expect(open(so, 'vip')).rejects.toMatchObject({
      code: 'urgency-not-in-use',
      errors: [{ pointer: '#/urgency' }],
    });
    await set(administrator, []);
    const { id } = await open(so, 'vip');
    await set(administrator, OURS);
    await forward(so, id, aso, 'vip');
    await forward(aso, id, so);
  });

  it('are taken back as they were said, and are recorded', async () => {
    expect((await set(administrator, [])).items.map(({ name }) => name.en)).toContain('Top priority');
    const [last] = await office().rows(
      `SELECT data FROM event WHERE name = 'organisation.urgencies_set' ORDER BY sequence DESC OFFSET 1 LIMIT 1`,
    );
    expect(last).toEqual({
      data: { urgencies: ['top_priority: आज ही / Out Today, officer', 'vip: वी०आई०पी० / VIP, not in use'] },
    });
  });
});
