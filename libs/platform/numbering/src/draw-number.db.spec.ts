import { drawNumber, drawSerial } from '@patravali/numbering';
import { useOffice } from '../../../../test/support/office/office';

const office = useOffice({ holds: 'section' });
const actor = () => office().at('SO');

/** Draws and records, as a command does. */
const draw = (kind: 'diary' | 'issue', fail = false) =>
  office().transactions.run(actor(), async (tx) => {
    const drawn = await drawNumber(tx, { kind, fields: { unit: 'EST', file: 'F' } });
    if (fail) throw new Error('the command failed');
    await tx.record('organisation.changed', actor().organisationId);
    return drawn;
  });

describe('a number of the office', () => {
  it('runs on without a gap, also over commands that failed, and with twenty at once', async () => {
    const first = await draw('diary');
    await expect(draw('diary', true)).rejects.toThrow('the command failed');
    const drawn = await Promise.all(Array.from({ length: 20 }, () => draw('diary')));
    const serials = drawn.map(({ serial }) => serial).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 20 }, (_, step) => first.serial + 1 + step));
  });

  it('belongs to its own series and year', async () => {
    const [diary, issue] = [await draw('diary'), await draw('issue')];
    const [{ today } = { today: '' }] = await office().rows<{ today: string }>('SELECT india_today() AS today');
    expect(diary).toMatchObject({ day: today, series: '/', number: `${diary.serial}/${diary.year}` });
    expect(issue).toMatchObject({ serial: 1, series: '/EST-', number: `1/EST-${issue.year}` });
    expect(issue.year).toMatch(/^\d{4}-\d\d$/);
  });

  it('begins again at one with the new year of its scheme, in India', async () => {
    await office().rows(
      `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '2031-03-31'::date $$`,
    );
    expect(await draw('issue')).toMatchObject({ serial: 1, year: '2030-31' });
    expect(await draw('issue')).toMatchObject({ serial: 2, year: '2030-31' });
    await office().rows(
      `CREATE OR REPLACE FUNCTION india_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT '2031-04-01'::date $$`,
    );
    expect(await draw('issue')).toMatchObject({ serial: 1, year: '2031-32', day: '2031-04-01' });
    expect(await draw('diary')).toMatchObject({ serial: 1, year: '2031' });
  });

  it('of a plain series is short', async () => {
    const computer = () =>
      office().transactions.run(actor(), async (tx) => {
        const serial = await drawSerial(tx, 'computer', '', '');
        await tx.record('organisation.changed', actor().organisationId);
        return { serial };
      });
    const first = await computer();
    expect(await computer()).toEqual({ serial: first.serial + 1 });
  });
});
