import { makeSetUpLink } from '@patravali/identity';
import type { TestApi } from '../support/http/api';
import { CountedStatements } from '../support/database/counted-statements';
import type { CountedOperations } from './counted-operations';

/** An office is set up where there is none: that is counted in a database of its own. */
export async function setUp(asked: CountedOperations, empty: TestApi): Promise<void> {
  const { office } = empty;
  const token = await makeSetUpLink(office.dataSource.manager);
  const body = {
    token,
    office: { hi: 'खण्ड विकास कार्यालय', en: null },
    name: { hi: 'मीना सोनकर', en: null },
    username: 'meena',
    newPassword: 'four blue trains at noon',
  };
  const { answer, ...counted } = await new CountedStatements(empty).during(() =>
    empty.ask('post', '/api/v1/set-up', { headers: { 'idempotency-key': crypto.randomUUID() }, body }),
  );
  if (answer.status !== 201) throw new Error(`setUpOffice: ${answer.status} ${answer.text}`);
  const events = await office.rows<{ name: string }>('SELECT name FROM event');
  asked.counted.set('setUpOffice', [counted]);
  asked.recorded.set('setUpOffice', new Set(events.map(({ name }) => name)));
}
