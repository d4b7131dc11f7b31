import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { SealOldRows } from '@patravali/audit';
import { AS_SEALED, checkRows } from '@patravali/ledger';
import { ownerDataSource, sealedTables } from '@patravali/schema';
import { MIGRATIONS } from '../../libs/schema/src/migrations';
import { isMadeAnew } from './catalog';
import { KEPT, OlderOffice } from './older-office';
import { countsOf, fingerprintOf, type Rows } from './rows';
import { namedAnswer } from '../support/http/named-answer';

const MIGRATIONS_BEFORE = 122;
/** Known from the day on which the dump was made, so that no empty office passes for it. */
const FINGERPRINT = '4b5864f3375c03b83fb0b0e5947125ef3473a45bbfc19c41a40f62113f959c53';
const COUNTS = {
  organisation: 1,
  unit: 10,
  post: 21,
  office_user: 21,
  tenure: 23,
  session: 10,
  sign_in_link: 2,
  number_scheme: 3,
  number_head: 19,
  counter: 26,
  case_category: 5,
  power_delegation: 6,
  draft_template: 3,
  declared_day: 15,
  rest_day: 6,
  recent_use: 1,
  security_event: 46,
  idempotency_key: 767,
  office_clock: 1,
  health_probe: 1,
  store_generation: 1,
  notice_place: 1,
  notice: 26,
  event: 880,
  log_entry: 859,
  log_key: 1,
  log_waiting: 21,
  published_log: 1,
  office_file: 63,
  file_custody: 63,
  file_search: 63,
  new_file_reader: 1,
  file_opening: 251,
  file_sent: 141,
  movement: 420,
  clock_stop: 1,
  file_recall: 1,
  file_reminder: 1,
  followed_file: 2,
  parking_line: 3,
  note: 205,
  note_participant: 2,
  participant_answer: 1,
  note_reference: 49,
  note_version: 5,
  pending_note: 5,
  document: 65,
  document_text: 53,
  receipt: 53,
  correspondence: 55,
  consultation: 1,
  consulted_post: 1,
  draft: 22,
  draft_version: 24,
  draft_approval: 12,
  approved_letterhead: 5,
  issue: 11,
  issue_recipient: 17,
  dispatch: 12,
};

/** The office asks itself by writing this row whether it can write. */
const withoutProbe = ({ health_probe: probe, ...rows }: Rows): Rows => (probe?.length === 1 ? rows : {});
/** Of `(a AND b) AND c` a dump makes `a AND b AND c`. */
const flat = (line: string): string => line.replaceAll(/[()]/g, '');

describe.each([18, 15] as const)('an office of version 0.2.0 on PostgreSQL %i', (major) => {
  const office = OlderOffice.use(major);

  const thisYear = () => office().number('extract(year FROM india_today())');
  /** What the counter gives next; each but that of the computer numbers begins anew with the year. */
  const next = async (scheme: string, series: string) =>
    1 +
    (await office().number(
      `SELECT value FROM counter WHERE scheme = $1 AND series = $2
         AND period IN ('', extract(year FROM india_today())::text)`,
      [scheme, series],
    ));

  const tokens = new Map([[KEPT.password.username, KEPT.password.token]]);
  /** Of somebody of the demo, who signs in for it once. */
  async function tokenOf(username: string): Promise<string> {
    const known = tokens.get(username);
    if (known) return known;
    const answer = await office().ask('POST /session/demo', { body: { username } });
    const token = /patravali_session=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
    tokens.set(username, token);
    return token;
  }

  it('is restored as it was dumped', () => {
    expect(countsOf(office().before)).toEqual(COUNTS);
    expect(fingerprintOf(office().before)).toBe(FINGERPRINT);
  });

  it('opens with every row as it stood, but that what its letters say of themselves is looked into again', async () => {
    const [now, before] = [withoutProbe(await office().now()), withoutProbe(office().before)];
    const { document_text: toRead, ...rows } = now;
    const { document_text: read, ...others } = before;
    expect(rows).toEqual(others);
    expect(toRead).toHaveLength(read?.length ?? NaN);
  });

  it('keeps every table, index and constraint that it had, but the indexes of desks', async () => {
    // What this version adds is beside it: that the whole schema is that of a new office is asked below.
    const kept = office().objectsBefore.filter(({ name }) => !isMadeAnew(name));
    const now = await office().objectsNow();
    expect(kept.filter((each) => !now.some((one) => isDeepStrictEqual(one, each)))).toEqual([]);
    expect(kept.length).toBeGreaterThan(500);
  });

  it('is noted as one of the baseline, beside the migrations that it had run', async () => {
    const noted = await office().query<{ name: string }>('SELECT name FROM migrations ORDER BY id');
    expect(noted.slice(MIGRATIONS_BEFORE).map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
  });

  it('has the schema of a new office', async () => {
    const { now, ofNew } = await office().catalogs();
    expect(now.map(flat)).toEqual(ofNew.map(flat));
  }, 60_000);

  it('shows the notes of a file that was returned, and the answer just begun', async () => {
    const { token, postId } = KEPT.officer;
    const file = await office().ask(`GET /files/${KEPT.files.tubeWell}`, { token, postId });
    expect(await file.json()).toMatchObject({
      number: 'A-11011/1/2026-Estt',
      computerNumber: 53,
      subject: 'नलकूप संख्या 14 की मरम्मत',
      state: 'on_desk',
      pendingNote: { colour: 'yellow', version: 2 },
    });
    const notes = await office().ask(`GET /files/${KEPT.files.tubeWell}/notes`, { token, postId });
    expect(namedAnswer('listNotes', await notes.json())).toMatchObject({
      items: [
        { number: 1, firstParagraph: 1, author: { post: { marking: 'HA(EST)' } } },
        { number: 2, firstParagraph: 3, author: { post: { marking: 'AO(EST)' } } },
        {
          number: 3,
          firstParagraph: 4,
          author: { post: { marking: 'CAO' } },
          returns: [{ to: { marking: 'AO(EST)' }, reason: 'प्राक्कलन संलग्न नहीं है', takenBackAt: null }],
        },
      ],
    });
    const inbox = await office().ask('GET /desk/inbox', { token, postId });
    const { items } = (await inbox.json()) as { items: { id: string; returned: boolean }[] };
    expect(items.flatMap(({ id, returned }) => (returned ? [id] : []))).toContain(KEPT.files.tubeWell);
  });

  it('tells of every movement of a file how many notes then stood on the sheet, and what was decided', async () => {
    const untold = await office().number(
      `SELECT count(*) FROM movement m JOIN note n ON n.organisation_id = m.organisation_id AND n.file_id = m.file_id
       WHERE (m.notes >= n.number) IS DISTINCT FROM (n.frozen_at <= m.at)`,
    );
    expect(untold).toBe(0);
    const decisions = 'SELECT count(*) FROM note WHERE decision IS NOT NULL';
    expect(await office().number('SELECT count(*) FROM movement WHERE decision IS NOT NULL')).toBe(
      await office().number(decisions),
    );
    expect(await office().number(decisions)).toBeGreaterThan(0);
  });

  it('gives every document back, byte for byte', async () => {
    const documents = await office().query<{ id: string; sha256: string; post: string; username: string }>(`
      SELECT d.id, d.sha256, d.uploaded_by_post_id AS post, u.username FROM document d JOIN office_user u ON u.id = d.uploaded_by_user_id`);
    for (const { id, sha256, post: postId, username } of documents) {
      const answer = await office().ask(`GET /documents/${id}/content`, { token: await tokenOf(username), postId });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([id, answer.status, createHash('sha256').update(bytes).digest('hex')]).toEqual([id, 200, sha256]);
    }
    expect(documents).toHaveLength(COUNTS.document);
  });

  it('knows who was signed in, and lets in by password and by the unused link', async () => {
    for (const { token, username } of [KEPT.demo, KEPT.password]) {
      const session = await office().ask('GET /session', { token });
      expect(await session.json()).toMatchObject({ user: { username } });
    }
    const { username, password } = KEPT.password;
    expect((await office().ask('POST /session', { body: { username, password } })).status).toBe(201);
    const { token } = KEPT.link;
    const byLink = await office().ask('POST /session/link', { body: { token, newPassword: randomUUID() } });
    expect(await byLink.json()).toMatchObject({ user: { username: KEPT.link.username } });
  });

  it('answers a repeated request as it answered then, and does nothing again', async () => {
    const files = await office().number('SELECT count(*) FROM office_file');
    const { key, body, answer } = KEPT.repeated;
    const again = await office().ask('POST /files', { ...KEPT.demo, key, body });
    expect([again.status, await again.json()]).toEqual([201, answer]);
    expect(await office().number('SELECT count(*) FROM office_file')).toBe(files);
  });

  it('freezes the green note under the next number when the file goes on', async () => {
    const { leave: fileId } = KEPT.files;
    const sent = await office().ask(`POST /files/${fileId}/forward`, {
      ...KEPT.demo,
      body: { toPostId: KEPT.officer.postId, explanation: 'अवकाश पर था' },
    });
    expect(sent.status).toBe(200);
    const notes = await office().query(
      'SELECT number, first_paragraph, paragraphs FROM note WHERE file_id = $1 ORDER BY number',
      [fileId],
    );
    expect(notes).toEqual([
      { number: 1, first_paragraph: 1, paragraphs: 1 },
      { number: 2, first_paragraph: 2, paragraphs: 2 },
    ]);
    const movements = await office().query('SELECT sequence, kind FROM movement WHERE file_id = $1 ORDER BY sequence', [
      fileId,
    ]);
    expect(movements.at(-1)).toEqual({ sequence: 4, kind: 'forwarded' });
  });

  it('says of its letters who approved and who issued them', async () => {
    const draft = await office().ask(`GET /drafts/${KEPT.drafts.approved}`, { ...KEPT.officer });
    expect(namedAnswer('getDraft', await draft.json())).toMatchObject({
      signatory: { marking: 'AO(EST)' },
      named: null,
      approvals: [{ bySignatory: true, named: null }],
      allowedMoves: expect.arrayContaining(['issue']) as string[],
    });
    const [issue] = await office().query<{ id: string }>('SELECT id FROM issue WHERE file_id = $1', [
      KEPT.files.bridge,
    ]);
    const letter = await office().ask(`GET /issues/${issue?.id ?? ''}`, { ...KEPT.officer });
    const by = { post: { marking: 'AO(EST)' } };
    expect(namedAnswer('getIssue', await letter.json())).toMatchObject({ approvedBy: by, issuedBy: by });
  });

  it('issues the approved letter under the next number, on the next page of its file', async () => {
    const sameDay = 'SELECT count(*) FROM issue WHERE file_id = $1 AND issued_on = india_today()';
    const mark = (await office().number(sameDay, [KEPT.files.bridge])) > 0 ? '(ii)' : '';
    const number = `${await next('issue', '/Estt/')}/Estt${mark}/${await thisYear()}`;
    const issued = await office().ask(`POST /drafts/${KEPT.drafts.approved}/issue`, { ...KEPT.officer });
    expect([issued.status, await issued.json()]).toMatchObject([201, { number, serial: 3, firstPage: 3 }]);
  });

  it('shows to whom a letter went, at which address, who approved and issued it, and who still waits', async () => {
    const { token, postId } = KEPT.officer;
    const issues = (await (await office().ask('GET /issues?limit=50', { token, postId })).json()) as {
      items: { id: string; dispatched: number }[];
    };
    const letter = issues.items.find(({ dispatched }) => dispatched > 0);
    const issue = await office().ask(`GET /issues/${letter?.id ?? ''}`, { token, postId });
    const by = { post: { marking: 'AO(EST)' } };
    expect(namedAnswer('getIssue', await issue.json())).toMatchObject({
      approvedBy: by,
      issuedBy: by,
      mayConfirmAddress: true,
      notToBeSent: 0,
      sendings: [
        {
          email: expect.stringContaining('@') as string,
          confirmed: null,
          dispatches: [{ mode: 'email', email: expect.stringContaining('@') as string }],
        },
        { state: 'sent', dispatches: [{ mode: 'speed_post', email: null, trackingNumber: 'EU000000001IN' }] },
        { state: 'to_send', notToBeSent: null, dispatches: [] },
      ],
    });
  });

  it('gives the next numbers to a file and to a letter that comes in', async () => {
    const fileNumber = `A-11011/${await next('file', 'A-11011//-Estt')}/${await thisYear()}-Estt`;
    const computerNumber = await next('computer', '');
    const { body } = KEPT.repeated;
    const file = await office().ask('POST /files', { ...KEPT.demo, body });
    expect(await file.json()).toMatchObject({ number: fileNumber, computerNumber });

    const diaryNumber = `${await next('diary', '//CR')}/${await thisYear()}/CR`;
    const [loose] = await office().query<{ id: string }>(`SELECT id FROM document WHERE file_name = 'loose.pdf'`);
    const receipt = await office().ask('POST /receipts', {
      ...KEPT.diarist,
      body: {
        documentId: loose?.id,
        subject: 'शेष पत्र',
        senderName: 'जिलाधिकारी, मऊ',
        receivedOn: '2026-01-05',
        deliveryMode: 'post',
        language: 'hi',
      },
    });
    expect(await receipt.json()).toMatchObject({ diaryNumber });
  });

  it('names all that stood there before in events, and a change of it is found from then on', async () => {
    const before = withoutProbe(await office().now());
    const owner = await ownerDataSource(office().databaseUrl).initialize();
    try {
      const check = (change = 'SELECT') =>
        owner
          .transaction('REPEATABLE READ', async (manager) => {
            await manager.query(AS_SEALED);
            await manager.query('ALTER TABLE note DISABLE TRIGGER USER');
            await manager.query(change);
            const found = await checkRows(manager, sealedTables(), { isSealed: true });
            return await Promise.reject(new Found(found));
          })
          .catch((error: unknown) => {
            if (error instanceof Found) return error.report;
            throw error;
          });
      expect((await check()).wrong.map(({ fault }) => fault)).toContain('unrecorded');
      await new SealOldRows(owner.manager, sealedTables()).execute();
      expect(await check()).toMatchObject({ wrong: [], wrongLines: [], unsealed: 0 });
      // Nothing else is another.
      const after = withoutProbe(await office().now());
      for (const table of Object.keys(before).filter((name) => !['event', 'log_waiting'].includes(name)))
        expect([table, after[table]]).toEqual([table, before[table]]);
      const sealed = await office().query<{ kind: string; events: number }>(
        `SELECT subject_kind AS kind, count(*)::int AS events FROM event WHERE name LIKE '%.rows_sealed' GROUP BY 1 ORDER BY 1`,
      );
      expect(sealed.map(({ kind }) => kind)).toEqual(['file', 'organisation', 'receipt']);
      const oldest = `id = (SELECT id FROM note ORDER BY frozen_at, id LIMIT 1)`;
      const { wrong } = await check(`UPDATE note SET written_at = written_at - INTERVAL '20 days' WHERE ${oldest}`);
      expect(wrong).toEqual([
        expect.objectContaining({ fault: 'changed', name: expect.stringMatching(/^note /) as string }),
      ]);
    } finally {
      await owner.destroy();
    }
  }, 60_000);
});

/** What a check found in a transaction that is taken back. */
class Found extends Error {
  constructor(readonly report: Awaited<ReturnType<typeof checkRows>>) {
    super('found');
  }
}
