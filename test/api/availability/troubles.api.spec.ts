import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { OfficeTroubles } from '@patravali/contract';
import { useApi } from '../../support/http/api';

describe('what troubles the office, over HTTP', () => {
  const api = useApi({ holds: 'section' });
  let administrator: Actor;
  beforeAll(async () => {
    administrator = await api().office.actor({ marking: 'ADMIN', roles: ['administrator'] });
  });
  const asked = async () => OfficeTroubles.parse((await api().as(administrator, 'get', '/troubles')).body);

  it('is told to administrators alone', async () => {
    const answer = await api().as(api().office.at('SO'), 'get', '/troubles');
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await asked()).toMatchObject({ troubles: ['backup'], crashes: [] });
  });

  it('is also what has crashed in the last month, the latest first; a line that was cut tells nothing', async () => {
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const [old, server, database] = [ago(31), ago(2), ago(1)];
    const lines = [
      { at: old, part: 'server', how: 'SIGKILL' },
      { at: server, part: 'server', how: 'standstill' },
      { at: database, part: 'database', how: 'died' },
    ].map((line) => JSON.stringify(line));
    writeFileSync(join(api().office.config.dataFolder, 'crashes.jsonl'), [...lines, '{"at":"2026'].join('\n'));
    expect((await asked()).crashes).toEqual([
      { at: database, part: 'database' },
      { at: server, part: 'server' },
    ]);
  });
});
