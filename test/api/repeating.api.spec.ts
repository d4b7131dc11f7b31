import type { Actor } from '@patravali/authorization';
import { type OperationId, OPERATIONS } from '@patravali/contract';
import { useApi } from '../support/api';
import { aLetter, aNote, appointClerks, type Clerks, openAFile } from '../support/clerks';
import { FailingCalls } from '../support/failing-calls';
import { expectOneEffect, repeat, send, type Step } from '../support/repetition';
import { stateOfTheDatabase } from '../support/state-of-the-database';
import { WORDS } from '../support/words';

/** Which answer with a cookie, with nothing, or with what does not lie in the database. */
const NOT_REMEMBERED: readonly OperationId[] = [
  ...(['signIn', 'signInByLink', 'signInAsDemoPerson', 'signOut', 'changePassword'] as const),
  ...(['endSession', 'endOtherSessions'] as const),
  ...(['uploadDocument', 'previewDraft'] as const),
];

describe('a request that is sent twice', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  /** The life of a file: who does what, and what would have been another request. */
  const life = (file: string): (readonly [keyof Clerks, Step, object])[] => {
    const at = (does: OperationId, path: string, body?: object): Step => {
      return { does, method: 'post', path: `/files/${file}/${path}`, ...(body ? { body } : {}) };
    };
    const pending = `/files/${file}/notes/pending`;
    const onward = { toPostId: clerks.officer.postId, ...WORDS };
    const note = aNote('परीक्षण किया गया।');
    const cover = { subject: 'संशोधित विषय', remarks: null, reason: 'वर्तनी' };
    const rewritten = aNote('पुनः परीक्षण');
    return [
      ['clerk', at('addNote', 'notes', note), rewritten],
      ['clerk', { does: 'changeNote', method: 'put', path: pending, body: rewritten, ifMatch: '"1"' }, note],
      ['clerk', at('confirmNote', 'notes/pending/confirm'), {}],
      ['clerk', at('takeBackNote', 'notes/pending/take-back'), {}],
      ['clerk', { does: 'discardNote', method: 'delete', path: pending }, {}],
      ['clerk', at('forwardFile', 'forward', onward), { ...onward, remarks: 'कृपया देखें' }],
      ['clerk', at('pullBackFile', 'pull-back', {}), { reason: 'भूलवश' }],
      ['clerk', at('forwardFile', 'forward', onward), { ...onward, urgency: 'vip' }],
      ['officer', at('openFile', 'open'), {}],
      ['officer', at('returnFile', 'return', { reason: 'पुनः प्रस्तुत करें' }), { reason: 'अन्य' }],
      ['clerk', at('forwardFile', 'forward', onward), { ...onward, action: 'for_orders' }],
      [
        'officer',
        { does: 'correctCover', method: 'put', path: `/files/${file}/cover`, body: cover, ifMatch: '"7"' },
        { ...cover, reason: 'अन्य' },
      ],
      [
        'officer',
        {
          ...{ does: 'regradeFile', method: 'put', path: `/files/${file}/grading`, ifMatch: '"8"' },
          body: { grading: 'confidential', reason: 'जाँच का प्रकरण' },
        },
        { grading: 'secret', reason: 'जाँच का प्रकरण' },
      ],
      ['officer', at('closeFile', 'close', { reason: 'निस्तारित' }), { reason: 'अन्य' }],
      ['officer', at('reopenFile', 'reopen', { reason: 'नया पत्र' }), { reason: 'अन्य' }],
    ];
  };

  it('has one effect and one answer: every act in the life of a file and of its letters', async () => {
    const done = new Set<OperationId>(['createFile']);
    const go = async (by: Actor, step: Step, otherBody: object): Promise<Record<string, never>> => {
      const repeated = await repeat(api(), by, step, otherBody);
      expectOneEffect(step.does, repeated);
      done.add(step.does);
      return repeated.first.body as Record<string, never>;
    };
    const file = await openAFile(api(), clerks.clerk);
    for (const [who, step, otherBody] of life(file)) await go(clerks[who], step, otherBody);
    await letters(await openAFile(api(), clerks.officer), go);
    const unsafe = (Object.keys(OPERATIONS) as OperationId[]).filter((name) => OPERATIONS[name].method !== 'GET');
    expect([...done, ...NOT_REMEMBERED].sort()).toEqual(unsafe.sort());
  }, 120_000);

  it('changes nothing when any one of its calls to database or store fails, and then is done as if it were the first', async () => {
    const { office } = api();
    const calls = new FailingCalls(office);
    let failures = 0;
    const go = async (by: Actor, step: Step): Promise<Record<string, never>> => {
      const key = `${step.does}-${crypto.randomUUID()}`;
      for (let call = 1; ; call++) {
        const before = await stateOfTheDatabase(office);
        calls.failAt(call);
        const { status, body, text } = await send(api(), by, step, key);
        const failed = calls.stop();
        // Whoever loses the connection over the COMMIT asks again by himself, and is told what came of it.
        if (failed === null || (failed === 'COMMIT' && status < 300)) {
          expect([step.does, Math.floor(status / 100), text]).toEqual([step.does, 2, text]);
          expect(call).toBeGreaterThan(5);
          return body as Record<string, never>;
        }
        failures += 1;
        expect([step.does, failed, status, text]).toEqual([step.does, failed, 503, text]);
        // A letter whose number is drawn keeps it: the same request makes the letter of that number.
        if (step.does !== 'issueDraft') {
          expect([step.does, failed, await stateOfTheDatabase(office)]).toEqual([step.does, failed, before]);
        }
      }
    };
    try {
      const file = await openAFile(api(), clerks.clerk);
      for (const [who, step] of life(file)) await go(clerks[who], step);
      await letters(await openAFile(api(), clerks.officer), go);
    } finally {
      calls.close();
    }
    expect(failures).toBeGreaterThan(200);
    expect(await office.rows(`SELECT number FROM issue WHERE state <> 'issued'`)).toEqual([]);
  }, 240_000);

  /** From the diary to the dispatch. */
  const letters = async (
    file: string,
    go: (by: Actor, step: Step, otherBody: object) => Promise<Record<string, never>>,
  ): Promise<void> => {
    const { officer, clerk } = clerks;
    const post = (does: OperationId, path: string, body?: object): Step => {
      return { does, method: 'post', path, ...(body ? { body } : {}) };
    };
    const entry = {
      ...{ documentId: await aDocument(clerk), subject: 'सड़क की मरम्मत', senderName: 'ग्राम प्रधान' },
      ...{ receivedOn: '2026-01-02', deliveryMode: 'post', language: 'hi' },
    };
    const receipt = await go(clerk, post('createReceipt', '/receipts', entry), { ...entry, subject: 'अन्य' });
    const at = `/receipts/${String(receipt.id)}`;
    const onward = { toPostId: officer.postId };
    await go(clerk, post('forwardReceipt', `${at}/forward`, onward), { ...onward, remarks: 'कृपया देखें' });
    await go(officer, post('openReceipt', `${at}/open`), {});
    const corrected = {
      ...{ subject: 'सड़क एवं पुलिया की मरम्मत', senderName: 'ग्राम प्रधान', senderDesignation: null, senderAddress: null },
      ...{ senderEmail: null, letterNumber: null, letterDate: null, receivedOn: '2026-01-02', deliveryMode: 'post' },
      ...{ language: 'hi', grading: 'normal', urgency: 'ordinary', enclosures: 0, remarks: null, reason: 'विषय अधूरा' },
    };
    const correction = { does: 'correctReceipt', method: 'put', path: `${at}/entry`, ifMatch: '"3"' } as const;
    await go(officer, { ...correction, body: corrected }, { ...corrected, reason: 'अन्य' });
    await go(officer, post('putReceiptInFile', `${at}/put-in-file`, { fileId: file }), { fileId: file, flag: 'fr' });
    const flag = { does: 'flagCorrespondence', method: 'put', path: `/files/${file}/correspondence/1/flag` } as const;
    await go(officer, { ...flag, body: { flag: 'fr' } }, { flag: 'puc' });

    const content = aLetter(officer.postId);
    const other = { content: { ...content, subject: 'अन्य' } };
    const cancelled = await go(officer, post('createDraft', `/files/${file}/drafts`, { content }), other);
    await go(officer, post('cancelDraft', `/drafts/${String(cancelled.id)}/cancel`, { reason: 'भूल' }), { reason: 'x' });
    const draft = await go(officer, post('createDraft', `/files/${file}/drafts`, { content }), other);
    const on = `/drafts/${String(draft.id)}`;
    await go(officer, { does: 'changeDraft', method: 'put', path: on, body: { content }, ifMatch: '"1"' }, other);
    await go(officer, post('approveDraft', `${on}/approve`, { draftVersion: 1 }), { draftVersion: 2 });
    const issued = await go(officer, post('issueDraft', `${on}/issue`), {});
    const letter = `/issues/${String(issued.issueId)}`;
    const address = { recipient: 0, email: 'pradhan@example.in' };
    const elsewhere = { ...address, email: 'other@example.in' };
    await go(officer, { does: 'confirmAddress', method: 'put', path: `${letter}/address`, body: address }, elsewhere);
    const mark = { recipients: [0], reason: 'पद समाप्त' };
    await go(officer, post('markNotToBeSent', `${letter}/not-to-be-sent`, mark), { ...mark, reason: 'अन्य' });
    await go(officer, post('markToBeSent', `${letter}/to-be-sent`, { recipients: [0] }), { recipients: [1] });
    const dispatches = [{ recipient: 0, mode: 'by_hand' }];
    const sent = await go(officer, post('dispatchIssue', `${letter}/dispatches`, { dispatches }), {
      dispatches: [{ recipient: 0, mode: 'post' }],
    });
    const [dispatchId] = sent.dispatchIds as unknown as string[];
    const path = `${letter}/dispatches/${dispatchId ?? ''}`;
    const delivered: Step = { does: 'followDispatch', method: 'put', path, body: { outcome: 'delivered' } };
    await go(officer, delivered, { trackingNumber: 'EU123456789IN' });
  };

  const aDocument = async (by: Actor): Promise<string> => {
    const [document] = await api().office.rows<{ id: string }>(
      `INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
       VALUES (gen_random_uuid(), $1, repeat('a', 64), 1000, 2, 'पत्र.pdf', true, $2, $3) RETURNING id`,
      [api().office.id, by.userId, by.postId],
    );
    return document?.id ?? '';
  };

  it('creates one file, also when both arrive at once', async () => {
    const subject = 'एक ही पत्रावली';
    const both = await Promise.all([1, 2, 3].map(() => send(api(), clerks.clerk, creating(subject), 'c')));
    const ids = new Set(both.map((answer) => (answer.body as { id: string }).id));
    expect(ids.size).toBe(1);
    const found = await api().office.rows('SELECT FROM office_file WHERE subject = $1', [subject]);
    expect(found).toHaveLength(1);
  });

  it('is refused when the same key comes with another body (422), and done for another person', async () => {
    expect((await send(api(), clerks.clerk, creating('पहली'), 'same')).status).toBe(201);
    expect((await send(api(), clerks.clerk, creating('दूसरी'), 'same')).body).toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect((await send(api(), clerks.officer, creating('दूसरी'), 'same')).status).toBe(201);
  });

  it('is not remembered when it was refused: the same key may be tried again', async () => {
    const file = await openAFile(api(), clerks.clerk);
    const step: Step = { does: 'returnFile', method: 'post', path: `/files/${file}/return`, body: { reason: 'वापस' } };
    expect((await send(api(), clerks.clerk, step, 'retry')).status).toBe(409);
    await api().as(clerks.clerk, 'post', `/files/${file}/forward`, {
      body: { toPostId: clerks.officer.postId, ...WORDS },
    });
    await api().as(clerks.officer, 'post', `/files/${file}/forward`, { body: { toPostId: clerks.clerk.postId } });
    expect((await send(api(), clerks.clerk, step, 'retry')).status).toBe(200);
  });

  it.each(['', ' ', 'x'.repeat(201), 'क'])('needs a key of visible ASCII letters: not %j', async (key) => {
    const body = { headId: api().office.headId, subject: 'कुंजी' };
    const headers = { 'idempotency-key': encodeURI(key) === key ? key : Buffer.from(key).toString('latin1') };
    const answer = await api().as(clerks.clerk, 'post', '/files', { headers, body });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '#/Idempotency-Key' }] });
  });

  const creating = (subject: string): Step => {
    return { does: 'createFile', method: 'post', path: '/files', body: { headId: api().office.headId, subject } };
  };
});
