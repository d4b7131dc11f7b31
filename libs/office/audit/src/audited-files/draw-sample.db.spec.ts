import { createHash } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import { DrawSample as Query } from '@patravali/contract';
import { RegradeFile } from '@patravali/files';
import { useOffice } from '../../../../../test/support/office/office';
import { openedYesterday } from '../../../../../test/support/days/opened-earlier';
import { DrawSample } from './draw-sample';

const office = useOffice({ holds: 'section' });
const FILES = 12;
const SEED = 'NIC 2026-11-30 47 11 08';

describe('a sample to inspect', () => {
  let auditor: Actor;
  let [yesterday, today, tomorrow] = ['', '', ''];
  const own: string[] = [];
  beforeAll(async () => {
    auditor = await office().actor({ marking: 'AUD(EST)', roles: ['auditor'], auditedUnitIds: [office().unitId] });
    for (let file = 0; file < FILES; file++) own.push((await office().newFile(office().at('SO'))).fileId);
    await office().newFile(office().at('CLERK'));
    await office().newFile(office().at('SO'), { grading: 'confidential' });
    await openedYesterday(office());
    const days = await office().rows<{ day: string }>(
      'SELECT (india_today() + ahead)::text AS day FROM generate_series(-1, 1) ahead ORDER BY ahead',
    );
    [yesterday = '', today = '', tomorrow = ''] = days.map(({ day }) => day);
  });

  const draw = async (query: Partial<Query> = {}, by = auditor) =>
    await office()
      .get(DrawSample)
      .execute(by, Query.parse({ seed: SEED, day: today, size: 5, ...query }));
  const lot = (seed: string, id: string) => createHash('sha256').update(`${seed}${id}`).digest('hex');
  const lowest = (seed: string, size: number) =>
    own.toSorted((one, other) => (lot(seed, one) < lot(seed, other) ? -1 : 1)).slice(0, size);

  it('are the files with the lowest hashes of seed and id, as anybody can reckon, and the same each time', async () => {
    const drawn = await draw();
    expect(drawn).toMatchObject({ seed: SEED, day: today, among: FILES });
    expect(drawn.items.map(({ id }) => id)).toEqual(lowest(SEED, 5));
    expect(await draw()).toEqual(drawn);
    expect((await draw({ seed: 'another' })).items.map(({ id }) => id)).toEqual(lowest('another', 5));
  });

  it('were opened before the day of the draw, and match the filters', async () => {
    expect(await draw({ day: yesterday })).toMatchObject({ among: 0, items: [] });
    expect(await draw({ unitId: office().at('CLERK').post.unitId })).toMatchObject({ among: 0 });
    expect((await draw({ size: 50, openedFrom: yesterday })).items).toHaveLength(FILES);
  });

  it('gives the place of one that may no longer be read to the next, and leaves all others', async () => {
    const [first = '', ...others] = (await draw()).items.map(({ id }) => id);
    await office().get(RegradeFile).execute(office().at('SO'), first, { grading: 'secret', reason: 'गोपनीय' }, 1);
    expect((await draw({ size: 4 })).items.map(({ id }) => id)).toEqual(others);
  });

  it('is not drawn on a day to come, when other files will have been opened before it', async () => {
    const errors = [{ pointer: '#/day', detail: 'date-in-future' }];
    await expect(draw({ day: tomorrow })).rejects.toMatchObject({ code: 'date-in-future', errors });
  });

  it('is drawn by auditors alone', async () => {
    await expect(draw({}, office().at('SO'))).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
