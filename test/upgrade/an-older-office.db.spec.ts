import { createHash, randomUUID } from 'node:crypto';
import { KEPT, OlderOffice } from './older-office';
import { countsOf, fingerprintOf } from './rows';
import { namedAnswer } from '../support/http/named-answer';

/** Known from the day on which the dump was made, so that no empty office passes for it. */
const FINGERPRINT = '3b832a24c3a97e304aa6acfdf07466da9f71f0a2fff0d35ecdea96b7f4ce6a8f';
const COUNTS = {
  ...{ organisation: 1, unit: 8, post: 18, office_user: 16, tenure: 18, session: 6, sign_in_link: 2 },
  ...{ number_scheme: 3, number_head: 15, counter: 12, event: 148, idempotency_key: 105 },
  ...{ office_file: 16, file_custody: 16, file_opening: 31, file_sent: 19, movement: 62, note: 22, pending_note: 3 },
  ...{ document: 13, receipt: 10, correspondence: 9, draft: 6, draft_version: 8 },
  ...{ issue: 2, issue_recipient: 5, dispatch: 2 },
};

describe.each([18, 15] as const)('an office of commit 469adc3 on PostgreSQL %i', (major) => {
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

  it('is restored as it was dumped', () => {
    expect(countsOf(office().before)).toEqual(COUNTS);
    expect(fingerprintOf(office().before)).toBe(FINGERPRINT);
  });

  it('opens with every row as it stood', async () => {
    expect(await office().now()).toEqual(office().before);
  });

  it('has the schema of a new office', async () => {
    const { now, ofNew } = await office().catalogs();
    expect(now).toEqual(ofNew);
  }, 60_000);

  it('shows the notes of a file that was returned, and the answer just begun', async () => {
    const { token, postId } = KEPT.officer;
    const file = await office().ask(`GET /files/${KEPT.files.tubeWell}`, { token, postId });
    expect(await file.json()).toMatchObject({
      ...{ number: 'A-11011/1/2026-Estt', computerNumber: 10, subject: 'नलकूप संख्या 14 की मरम्मत', state: 'on_desk' },
      pendingNote: { colour: 'yellow', version: 2 },
    });
    const notes = await office().ask(`GET /files/${KEPT.files.tubeWell}/notes`, { token, postId });
    expect(namedAnswer('listNotes', await notes.json())).toMatchObject({
      items: [
        { number: 1, firstParagraph: 1, author: { post: { marking: 'DH(EST)-1' } } },
        { number: 2, firstParagraph: 3, author: { post: { marking: 'SO(EST)' } } },
        {
          ...{ number: 3, firstParagraph: 4, author: { post: { marking: 'AO' } } },
          returns: [{ to: { marking: 'SO(EST)' }, reason: 'प्राक्कलन संलग्न नहीं है', takenBackAt: null }],
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
    const documents = await office().query<{ id: string; sha256: string; uploaded_by_post_id: string }>(
      'SELECT id, sha256, uploaded_by_post_id FROM document',
    );
    const uploaders = new Map([KEPT.officer, KEPT.diarist].map((desk) => [desk.postId, desk]));
    for (const { id, sha256, uploaded_by_post_id: postId } of documents) {
      const answer = await office().ask(`GET /documents/${id}/content`, { ...uploaders.get(postId) });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect([id, answer.status, createHash('sha256').update(bytes).digest('hex')]).toEqual([id, 200, sha256]);
    }
    expect(documents).toHaveLength(13);
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
      body: { toPostId: KEPT.officer.postId },
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

  it('says of its letters who approved and who issued them, and issues what was approved from the signing post alone', async () => {
    const told = await office().number(
      `SELECT count(*) FROM issue i JOIN draft d ON d.id = i.draft_id JOIN event a ON a.related_id = d.id AND a.name = 'draft.approved'
         JOIN event e ON e.related_id = i.id AND e.name = 'draft.issued'
       WHERE (i.approved_by_user_id, i.approved_by_post_id, i.approved_capacity) = (a.user_id, a.post_id, a.capacity)
         AND (i.issued_by_user_id, i.issued_by_post_id, i.issued_capacity) = (e.user_id, e.post_id, e.capacity)
         AND i.approved_at = d.approved_at`,
    );
    expect(told).toBe(COUNTS.issue);
    expect(await office().number('SELECT count(*) FROM draft_approval')).toBe(
      await office().number(`SELECT count(*) FROM event WHERE name = 'draft.approved'`),
    );
    const unlike = `SELECT count(*) FROM draft d JOIN draft_version v ON v.draft_id = d.id AND v.number = d.current_version
      WHERE d.signatory_post_id <> (v.content ->> 'signatoryPostId')::uuid OR d.named_post_id IS NOT NULL`;
    expect(await office().number(unlike)).toBe(0);
    const draft = await office().ask(`GET /drafts/${KEPT.drafts.approved}`, { ...KEPT.officer });
    expect(namedAnswer('getDraft', await draft.json())).toMatchObject({
      ...{ signatory: { marking: 'SO(EST)' }, named: null, approvals: [{ bySignatory: true, named: null }] },
      allowedMoves: expect.arrayContaining(['issue']) as string[],
    });
    const list = await office().ask('GET /issues', { ...KEPT.officer });
    const { items } = namedAnswer('listIssues', await list.json()) as { items: object[] };
    const post = { marking: 'SO(EST)' };
    for (const item of items) expect(item).toMatchObject({ approvedBy: { post }, issuedBy: { post } });
    expect(items.length).toBeGreaterThan(0);
  });

  it('issues the approved letter under the next number, on the next page of its file', async () => {
    const number = `${await next('issue', '/Estt/')}/Estt/${await thisYear()}`;
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
    const by = { post: { marking: 'SO(EST)' } };
    expect(namedAnswer('getIssue', await issue.json())).toMatchObject({
      ...{ approvedBy: by, issuedBy: by, mayConfirmAddress: true, notToBeSent: 0 },
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
        ...{ documentId: loose?.id, subject: 'शेष पत्र', senderName: 'जिलाधिकारी, मऊ', receivedOn: '2026-01-05' },
        ...{ deliveryMode: 'post', language: 'hi' },
      },
    });
    expect(await receipt.json()).toMatchObject({ diaryNumber });
  });
});
