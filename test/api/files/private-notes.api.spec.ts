import { type OperationEntry, OPERATIONS } from '@patravali/contract';
import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';
import { aNote, openAFile } from '../../support/http/clerks';

const FILE = /^\/files\/:fileId(\/[\w-]+)*$/;

/** Everything that is read as JSON and needs no id but that of a file. */
const READ = Object.values(OPERATIONS)
  .filter(
    ({ method, answer, path }: OperationEntry) =>
      method === 'GET' && answer && (FILE.test(path) || !path.includes(':')),
  )
  .map(({ path }) => path);

describe('a note that is being written', () => {
  const api = useApi();
  let officer: Actor;
  let clerk: Actor;
  let auditor: Actor;
  let fileId: string;
  beforeAll(async () => {
    const { office } = api();
    officer = await office.actor({ marking: 'AO(EST)' });
    clerk = await office.actor({ marking: 'DH(EST)-1', roles: ['dealing_hand'], superior: officer });
    auditor = await office.actor({ marking: 'AUDIT', roles: ['auditor'] });
    fileId = await openAFile(api(), clerk);
    await act(clerk, 'forward', {
      toPostId: officer.postId,
      action: 'for_approval',
      confirmNote: true,
      note: said('प्रस्तुत।'),
    });
    await act(officer, 'open');
  });

  const said = (text: string) => ({ ...aNote(text), decision: null });
  async function act(by: Actor, what: string, body: object = {}, ifMatch?: number) {
    const headers = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
    const method = ifMatch === undefined ? 'post' : 'put';
    const answer = await api().as(by, method, `/files/${fileId}/${what}`, { body, headers });
    if (answer.status >= 300) throw new Error(answer.text);
    return answer.body as { version: number };
  }
  const seenBy = async (reader: Actor) => {
    // When a session was used is noted once a minute: not between two readings that shall be alike.
    await api().token(reader);
    await api().office.rows('UPDATE session SET last_used_at = expires_at WHERE user_id = $1', [reader.userId]);
    const seen: [string, unknown][] = [];
    for (const path of READ) {
      const { status, body } = await api().as(reader, 'get', path.replace(':fileId', fileId));
      seen.push([path, status === 200 ? withoutClock(body) : status]);
    }
    return seen;
  };
  /** How long something waits for a checkpoint grows while the two readings are made. */
  const withoutClock = (body: unknown): unknown =>
    JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'uncoveredSeconds' ? null : value)));
  const history = async (reader: Actor) => {
    const { body } = await api().as(reader, 'get', `/files/${fileId}/history?limit=100`);
    return (body as { items: { sequence: number; name: string; contentHash: string | null }[] }).items;
  };

  it('is to be noticed by nobody else, neither the subordinate nor the auditor, on any route', async () => {
    expect(READ).toEqual(
      expect.arrayContaining(['/files/:fileId/history', '/files/:fileId', '/desk/inbox', '/desk/sent']),
    );
    const before = [await seenBy(clerk), await seenBy(auditor)];
    const { version } = await act(officer, 'notes', { text: aNote('अस्वीकृत।').text, decision: 'not_approved' });
    await act(officer, 'notes/pending', { text: aNote('कारण सहित अस्वीकृत।').text, decision: 'not_approved' }, version);
    await act(officer, 'notes/pending/confirm');
    expect([await seenBy(clerk), await seenBy(auditor)]).toEqual(before);
    const own = (await history(officer)).filter(({ name }) => name.startsWith('note.'));
    expect(own.map(({ name, contentHash }) => [name, contentHash])).toEqual([
      ['note.added', null],
      ['note.changed', null],
      ['note.confirmed', null],
    ]);
  });

  it('leaves nothing in the ledger from which its words could be guessed', async () => {
    const rows = await api().office.rows(
      `SELECT content_hash, data FROM event WHERE subject_id = $1 AND name LIKE 'note.%'`,
      [fileId],
    );
    expect(rows).toEqual([{}, {}, {}].map((data) => ({ content_hash: null, data })));
  });

  it('is told of, once it is frozen, without gaps before or after', async () => {
    const numbered = async (reader: Actor) => (await history(reader)).map(({ sequence }) => sequence);
    const before = await numbered(clerk);
    expect(before).toEqual(before.map((_, index) => index + 1));
    await act(officer, 'return', { reason: 'संलग्न सूची देखें', confirmNote: false });
    for (const reader of [clerk, auditor]) {
      expect((await history(reader)).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['note.added', 'note.changed', 'note.confirmed']),
      );
      expect(await numbered(reader)).toHaveLength(before.length + 4);
    }
  });

  it('is not told of when it was thrown away', async () => {
    const before = await history(auditor);
    await act(clerk, 'open');
    await act(clerk, 'notes', said('भूल से'));
    await api().as(clerk, 'delete', `/files/${fileId}/notes/pending`);
    expect((await history(auditor)).slice(before.length).map(({ name }) => name)).toEqual(['file.opened']);
    expect((await history(clerk)).map(({ name }) => name)).toContain('note.discarded');
  });

  it('holds back the hashes that were recorded before, and whose note was never frozen', async () => {
    await api().office.rows(
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, sequence, name, user_id, post_id, capacity, data, content_hash)
       SELECT gen_random_uuid(), organisation_id, 'file', subject_id, max(sequence) + 1, 'note.changed', $2, $3, 'regular', '{}',
         repeat('a', 64) FROM event WHERE subject_id = $1 GROUP BY organisation_id, subject_id`,
      [fileId, clerk.userId, clerk.postId],
    );
    expect((await history(auditor)).at(-1)).not.toMatchObject({ name: 'note.changed' });
    expect((await history(clerk)).at(-1)).toMatchObject({ name: 'note.changed', contentHash: null });
  });
});
