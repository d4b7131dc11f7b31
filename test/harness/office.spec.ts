import { CONFIG, type Config } from '@patravali/config';
import { OBJECT_STORE } from '@patravali/storage';
import { stateOfTheDatabase } from '../support/office/state-of-the-database';
import { useOffice } from '../support/office/office';

const store = { check: () => Promise.resolve() };
const office = useOffice({ config: { sessionHours: 1 }, overrides: [{ provide: OBJECT_STORE, value: store }] });

describe('the office of a spec', () => {
  it('is what Nest opens, but for what the spec replaces', () => {
    expect(office().get(OBJECT_STORE)).toBe(store);
    expect(office().get<Config>(CONFIG)).toMatchObject({ sessionHours: 1, jobsInProcess: false });
  });

  it('may be opened a second time, told something else, on the same database', async () => {
    const other = (await office().start({ demo: false })).get<Config>(CONFIG, { strict: false });
    expect(other).toEqual({ ...office().config, demo: false });
  });

  it('begins with an office in which nobody works', async () => {
    expect(await office().counts()).toMatchObject({
      organisation: 1,
      unit: 2,
      number_head: 1,
      post: 0,
      office_file: 0,
    });
    expect(() => office().at('SO')).toThrow('holds no section');
  });

  it('is in another state when a row of any table was written, and in the same one when it is taken back', async () => {
    const before = await stateOfTheDatabase(office());
    expect(before).toMatch(/^event [0-9a-f-]+$/m);
    expect(before.split('\n').length).toBeGreaterThan(50);
    await office().rows(`UPDATE organisation SET address_en = address_en || '!'`);
    const after = await stateOfTheDatabase(office());
    const changed = after.split('\n').filter((line) => !before.includes(line));
    expect(changed).toEqual([expect.stringMatching(/^organisation [0-9a-f]{32}$/)]);
    await office().rows(`UPDATE organisation SET address_en = rtrim(address_en, '!')`);
    expect(await stateOfTheDatabase(office())).toBe(before);
  });
});
