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

  it('loads an office that is not open, with a link for each new person, and leaves nothing running', async () => {
    writeFileSync(description, JSON.stringify(SMALL_OFFICE));
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
