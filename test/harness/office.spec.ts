import { CONFIG, type Config } from '@patravali/config';
import { OBJECT_STORE } from '@patravali/storage';
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
});
