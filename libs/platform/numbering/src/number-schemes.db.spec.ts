import { drawNumber, setNumberScheme } from '@patravali/numbering';
import { useOffice } from '../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });
const YEARLY = { template: '{serial}/{year}', period: 'calendar' } as const;

describe('the way in which an office numbers its files', () => {
  const within = <T>(work: (tx: Parameters<typeof drawNumber>[0]) => Promise<T>) =>
    office().transactions.run(office().at('SO'), async (tx) => {
      const done = await work(tx);
      await tx.record('organisation.changed', office().id);
      return { done };
    });
  const set = async (scheme: Parameters<typeof setNumberScheme>[2]) =>
    (await within((tx) => setNumberScheme(tx, 'file', scheme))).done;
  const draw = async () =>
    (await within((tx) => drawNumber(tx, { kind: 'file', fields: { unit: 'EST' } }))).done.number;

  it('must be set before the first number is drawn, and counts from then on as it was set last', async () => {
    await office().rows(`DELETE FROM number_scheme WHERE kind = 'file'`);
    await expect(draw()).rejects.toThrow('The organisation has no number scheme for file');
    expect(await set(YEARLY)).toBe('added');
    expect(await draw()).toMatch(/^1\/\d{4}$/);
    expect(await set(YEARLY)).toBe('same');
    expect(await set({ ...YEARLY, period: 'financial' })).toBe('changed');
    expect(await draw()).toMatch(/^1\/\d{4}-\d\d$/);
    expect(await set({ template: '{unit}-{serial}/{year}', period: 'financial' })).toBe('changed');
    expect(await draw()).toMatch(/^EST-1\/\d{4}-\d\d$/);
    expect(await draw()).toMatch(/^EST-2\/\d{4}-\d\d$/);
  });
});
