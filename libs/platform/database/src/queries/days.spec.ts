import { betweenDays, type DayRange } from './days';
import { Parameters } from './parameters';

const INDIA = `AT TIME ZONE INTERVAL '5 hours 30 minutes'`;

describe('the days of a register', () => {
  const asked = (range: DayRange) => {
    const parameters = new Parameters();
    return { sql: betweenDays('r.at', range, parameters), values: parameters.values };
  };

  it('are asked for from the midnight that begins the first to the midnight that ends the last, in India', () => {
    expect(asked({ from: '2026-04-01', to: '2026-04-30' })).toEqual({
      sql: [`r.at >= ($1::date)::timestamp ${INDIA}`, `r.at < (($2::date)::timestamp + INTERVAL '1 day') ${INDIA}`],
      values: ['2026-04-01', '2026-04-30'],
    });
  });

  it('may be open at either end', () => {
    expect(asked({ from: '2026-04-01' })).toMatchObject({
      sql: [expect.stringContaining('>= ($1') as string],
      values: ['2026-04-01'],
    });
    expect(asked({ to: '2026-04-30' })).toMatchObject({
      sql: [expect.stringContaining('< (($1') as string],
      values: ['2026-04-30'],
    });
    expect(asked({})).toEqual({ sql: [], values: [] });
  });
});
