import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMALL_OFFICE } from '../support/office/small-office';
import { runFolder } from '../support/database/cluster';
import { officeCommand } from '../support/processes/office-command';
import { processesOf, RunningOffice } from '../support/processes/running-office';

const LINK = /http:\/\/127\.0\.0\.1:(\d+)\/link#([\w-]{20,})/;

const command = (dataFolder: string, ...words: string[]) => officeCommand(dataFolder, words);

describe('npm run office', () => {
  const folder = mkdtempSync(join(runFolder(), 'commands-'));
  const dataFolder = join(folder, 'data');
  const description = join(folder, 'office.json');

  it('tries and loads an office that is not open, with a link for each new person, and leaves nothing running', async () => {
    writeFileSync(description, JSON.stringify(SMALL_OFFICE));
    const tried = await command(dataFolder, 'load', description, '--dry-run');
    expect(tried).toMatchObject({ code: 0, output: expect.stringContaining('Nothing was changed') as unknown });
    expect(tried.output).toContain('+ post SO(EST)');
    expect(tried.output).not.toContain('/link#');
    const { code, output } = await command(dataFolder, 'load', description);
    expect(code).toBe(0);
    expect(output).toContain('17 entries added');
    expect(output).toMatch(/Asha Devi.*\/link#[\w-]{20,}/);
    expect(output).toMatch(/Ravi Kumar.*\/link#[\w-]{20,}/);
    expect(processesOf(dataFolder)).toEqual([]);
  }, 300_000);

  it('makes a link beside the open office, where it leads, and the person sets a password with it', async () => {
    const office = new RunningOffice({ dataFolder, environment: { PATRAVALI_DEMO: 'off' } });
    try {
      const url = await office.url();
      const { output } = await command(dataFolder, 'link', 'asha');
      const [, port, token] = LINK.exec(output) ?? [];
      expect(`http://127.0.0.1:${String(port)}`).toBe(url);
      const answer = await fetch(`${url}/api/v1/session/link`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'first-password' },
        body: JSON.stringify({ token, newPassword: 'a long pass phrase of my own' }),
      });
      expect(answer.status).toBeLessThan(300);
      const log = (await command(dataFolder, 'security-log', '2020-01-01')).output;
      const events = log
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as { kind: string; username: string });
      const ofAsha = events.filter(({ username }) => username === 'asha').map(({ kind }) => kind);
      expect(ofAsha).toEqual(expect.arrayContaining(['link_made', 'link_used', 'signed_in']));
      expect((await command(dataFolder, 'security-log', '2020-01-01', '2020-01-02')).output).toBe('');
    } finally {
      await office.stop();
    }
  }, 600_000);

  it('tells how the office is, in words, and by its code whether something needs an administrator', async () => {
    const closed = await command(dataFolder, 'status');
    expect([closed.code, closed.output]).toEqual([
      1,
      expect.stringMatching(/^Patravali [\d.]+ \(\S+\)\n.* is closed\./),
    ]);
    const environment = { PATRAVALI_DEMO: 'off', PATRAVALI_METRICS_TOKEN: 'who-watches-the-office' };
    const office = new RunningOffice({ dataFolder, environment });
    try {
      const url = await office.url();
      const told = await officeCommand(dataFolder, ['status'], environment);
      expect(told.code).toBe(1);
      for (const sentence of [
        `The server at ${url} is working.`,
        'Connections to the database: ',
        'The log is running.',
        'There is no backup yet.',
        'Free on the disk: ',
        'These need the attention of an administrator:\n- There is no recent backup.',
      ])
        expect(told.output).toContain(sentence);
      const watchesNone = { ...environment, PATRAVALI_BACKUP_DAYS: '0', LANG: 'hi_IN.UTF-8' };
      const well = await officeCommand(dataFolder, ['status'], watchesNone);
      expect([well.code, well.output]).toEqual([0, expect.stringContaining('प्रशासक का ध्यान आवश्यक नहीं')]);
      expect((await command(dataFolder, '--version')).output).toBe(`${told.output.split('\n')[0] ?? ''}\n`);
    } finally {
      await office.stop();
    }
  }, 600_000);

  it('lists jobs, and asks nobody where nobody can be asked', async () => {
    const listed = await command(dataFolder, 'jobs');
    expect([listed.code, listed.output]).toEqual([0, expect.stringMatching(/No job is waiting|the oldest first/)]);
    const nobody = await command(dataFolder, 'jobs', 'drop', '01a20e3d-5094-73bb-865d-8541f1b028fd');
    expect([nobody.code, nobody.output]).toEqual([1, expect.stringContaining('There is no such job')]);
    for (const words of [['retry'], ['drop', 'all'], ['retry', '--queue', 'sweep', 'x']])
      expect(await command(dataFolder, 'jobs', ...words)).toMatchObject({ code: 1 });
  }, 300_000);

  it('names the mistakes of a description and changes nothing', async () => {
    const [head] = SMALL_OFFICE.posts;
    writeFileSync(description, JSON.stringify({ ...SMALL_OFFICE, posts: [{ ...head, superior: 'NOBODY' }] }));
    const { code, output } = await command(dataFolder, 'load', description);
    expect(code).toBe(1);
    expect(output).toContain('posts[0].superior');
    expect(output).not.toContain('    at ');
  }, 300_000);

  it('says who is not there, which file is not there, and how it is used', async () => {
    expect(await command(dataFolder, 'link', 'nobody')).toMatchObject({
      code: 1,
      output: expect.stringContaining('nobody') as string,
    });
    expect(await command(dataFolder, 'load', '/no/office.json')).toMatchObject({ code: 1 });
    expect(await command(dataFolder, 'dance')).toMatchObject({
      code: 2,
      output: expect.stringContaining('npm run office') as string,
    });
  }, 300_000);
});
