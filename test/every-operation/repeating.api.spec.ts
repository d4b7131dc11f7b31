import type { Actor } from '@patravali/authorization';
import { type OperationId, OPERATIONS } from '@patravali/contract';
import { useApi } from '../support/http/api';
import { aLetter, aNote, appointClerks, type Clerks, openAFile } from '../support/http/clerks';
import { lettersOfAFile } from '../support/acts/every-act';
import { reportReturned } from '../support/papers/reported-mail';
import { FailingCalls } from '../support/http/failing-calls';
import { lifeOfAFile } from '../support/tours/life-of-a-file';
import { plainActs } from '../support/tours/plain-acts';
import { type Doing, expectOneEffect, post, repeat, send, type Step } from '../support/http/repetition';
import { expectRowsAsRecorded } from '../support/office/rows-as-recorded';
import { stateOfTheDatabase } from '../support/office/state-of-the-database';
import { WORDS } from '../support/office/words';

/** Which answer with a cookie, with nothing, or with what does not lie in the database. */
const NOT_REMEMBERED: readonly OperationId[] = [
  'signIn',
  'signInByLink',
  // There is an office: `set-up.db.spec.ts`.
  'setUpOffice',
  'signInAsDemoPerson',
  'signOut',
  'changePassword',
  'confirmSession',
  // Only for people of the demo.
  'makeDemoKey',
  'prepareLetter',
  'prepareLetters',
  'prepareNote',
  'prepareOpinion',
  // They need a service: `signed-by-esign.short.api.spec.ts`.
  'beginESign',
  'completeESign',
  'endSession',
  'endOtherSessions',
  'uploadDocument',
  'uploadPictures',
  'previewDraft',
  'checkBulkAct',
  'checkBulkReceiptAct',
  'readDayList',
  'testConnection',
  'checkPeopleList',
  'checkPostList',
  'markNoticesRead',
  'changeNoticeSetting',
];
/** Acts of several parts, each kept by itself: when one fails, those before it stay. */
const PARTS_STAY: readonly OperationId[] = [
  'issueDraft',
  'numberDraft',
  'signLetters',
  'doBulkAct',
  'doBulkReceiptAct',
];

/** Each try takes processor seconds, before its transaction: once is enough. */
const HARD_WORK: readonly OperationId[] = ['addSigningKey', 'addTrustedRoot', 'bindCertificate'];

/** A personal assistant does these: they are tried by themselves. */
const OF_ASSISTANTS: readonly OperationId[] = [
  'openFile',
  'addNote',
  'changeNote',
  'discardNote',
  'takeUpNote',
  'createDraft',
  'changeDraft',
  'askForPdf',
  'cancelPdf',
];

type Made = Readonly<Record<string, unknown>>;

describe('a request that is sent twice', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  afterEach(() => expectRowsAsRecorded(api().office));

  it('has one effect and one answer: every act in the life of a file and of its letters', async () => {
    const done = new Set<OperationId>(['createFile']);
    const go: Doing = async (by, step, otherBody) => {
      const repeated = await repeat(api(), by, step, otherBody);
      expectOneEffect(step.does, repeated);
      done.add(step.does);
      return repeated.first.body as Made;
    };
    const file = await openAFile(api(), clerks.clerk);
    for (const [who, step, otherBody] of lifeOfAFile(file, clerks)) await go(clerks[who], step, otherBody);
    await plainActs(file, clerks.officer, go);
    await lettersOfAFile(await aFileForLetters(), clerks, go);
    const unsafe = (Object.keys(OPERATIONS) as OperationId[]).filter((name) => OPERATIONS[name].method !== 'GET');
    expect([...done, ...NOT_REMEMBERED].sort()).toEqual(unsafe.sort());
  }, 120_000);

  it('changes nothing when any one of its calls to database or store fails, and then is done as if it were the first', async () => {
    const { office } = api();
    const calls = new FailingCalls(office);
    let failures = 0;
    const done = new Set<OperationId>();
    const go: Doing = async (by, step) => {
      if (HARD_WORK.includes(step.does) && done.has(step.does)) return (await doneAtOnce(by, step)).body as Made;
      done.add(step.does);
      const key = `${step.does}-${crypto.randomUUID()}`;
      let before = await stateOfTheDatabase(office);
      for (let call = 1; ; call++) {
        calls.failAt(call);
        const { status, body, text } = await send(api(), by, step, key);
        const failed = calls.stop();
        // Whoever loses the connection over the COMMIT asks again by himself, and is told what came of it.
        // How often somebody asks is counted beside the act, which is done without that too.
        const mayFail = failed === 'COMMIT' || failed?.includes(' recent_use ');
        if (failed === null || (mayFail && status < 300)) {
          expect([step.does, Math.floor(status / 100), text]).toEqual([step.does, 2, text]);
          if (!mayFail || failed === 'COMMIT') expect(call).toBeGreaterThan(5);
          return body as Made;
        }
        failures += 1;
        expect([step.does, failed, status, text]).toEqual([step.does, failed, 503, text]);
        // A letter whose number is drawn keeps it: the same request makes the letter of that number. Of several files those that
        // were done stay done.
        const after = await stateOfTheDatabase(office);
        if (!PARTS_STAY.includes(step.does)) expect([step.does, failed, after]).toEqual([step.does, failed, before]);
        before = after;
      }
    };
    try {
      const file = await openAFile(api(), clerks.clerk);
      for (const [who, step, otherBody] of lifeOfAFile(file, clerks)) await go(clerks[who], step, otherBody);
      await plainActs(file, clerks.officer, go);
      await lettersOfAFile(await aFileForLetters(), clerks, go);
    } finally {
      calls.close();
    }
    expect(failures).toBeGreaterThan(200);
    expect(await office.rows(`SELECT number FROM issue WHERE state <> 'issued'`)).toEqual([]);
  }, 900_000);

  it('of a personal assistant is refused in words; what he may do he records, and nothing else', async () => {
    const { office } = api();
    const assistants = new Map(
      await Promise.all(
        Object.values(clerks).map(async (each) => [each.postId, await office.assistantOf(each)] as const),
      ),
    );
    const refusedOf = async (by: Actor, step: Step) => {
      const assistant = assistants.get(by.postId);
      if (!assistant || OF_ASSISTANTS.includes(step.does)) return;
      const { status, text } = await send(api(), assistant, step, crypto.randomUUID());
      expect([step.does, status < 500 ? 'told' : status, text]).toEqual([step.does, 'told', text]);
    };
    const go: Doing = async (by, step) => {
      await refusedOf(by, step);
      return (await doneAtOnce(by, step)).body as Made;
    };
    const file = await openAFile(api(), clerks.clerk);
    for (const [who, step, otherBody] of lifeOfAFile(file, clerks)) await go(clerks[who], step, otherBody);
    await plainActs(file, clerks.officer, go);
    await lettersOfAFile(await aFileForLetters(), clerks, go);
    const assistant = assistants.get(clerks.officer.postId) ?? clerks.officer;
    await preparedBy(assistant);
    await bundlesRefusedTo(assistant);
    const recorded = await office.rows<{ name: string }>(
      `SELECT DISTINCT name FROM event WHERE capacity = 'assistant'`,
    );
    const [allowed] = await office.rows<{ names: string[] }>(
      `SELECT ARRAY(SELECT (regexp_matches(pg_get_constraintdef(oid), '''([a-z]+\\.[a-z_]+)''', 'g'))[1]) AS names
       FROM pg_constraint WHERE conname = 'assistants_only_prepare'`,
    );
    expect([...recorded.map(({ name }) => name), 'readings.recorded'].sort()).toEqual(
      [...(allowed?.names ?? [])].sort(),
    );
  }, 300_000);

  /** Everything that an assistant may do, on a file on the desk of his officer. */
  const preparedBy = async (assistant: Actor) => {
    const file = await openAFile(api(), clerks.clerk);
    const forward = post('forwardFile', `/files/${file}/forward`, { toPostId: clerks.officer.postId, ...WORDS });
    await doneAtOnce(clerks.clerk, forward);
    const act = async (step: Step) => (await doneAtOnce(assistant, step)).body as Made;
    const content = aLetter(clerks.officer.postId);
    await act(post('openFile', `/files/${file}/open`));
    await act(post('addNote', `/files/${file}/notes`, aNote('प्रस्तुत')));
    const note = `/files/${file}/notes/pending`;
    await act({ does: 'changeNote', method: 'put', path: note, body: aNote('पुनः प्रस्तुत'), ifMatch: '"1"' });
    await act({ does: 'discardNote', method: 'delete', path: note });
    const { id } = await act(post('createDraft', `/files/${file}/drafts`, { content }));
    const changed = { content: { ...content, subject: 'अन्य' } };
    await act({ does: 'changeDraft', method: 'put', path: `/drafts/${String(id)}`, body: changed, ifMatch: '"1"' });
    const asked = await act(post('askForPdf', `/files/${file}/pdfs`, {}));
    await act(post('cancelPdf', `/pdfs/${String(asked.id)}/cancel`));
    const { body } = await doneAtOnce(clerks.officer, post('addNote', `/files/${file}/notes`, aNote('अभिमत')));
    await doneAtOnce(clerks.clerk, post('askRecall', `/files/${file}/recall`, { reason: 'तथ्य जोड़ने हैं' }));
    await doneAtOnce(clerks.officer, post('agreeRecall', `/files/${file}/recall/agree`, { pendingNote: 'set_aside' }));
    await doneAtOnce(clerks.clerk, forward);
    await act(post('takeUpNote', `/files/${file}/notes/set-aside/${String((body as Made).id)}/take-up`));
  };

  /** An evidence bundle leaves the office in its name. */
  const bundlesRefusedTo = async (assistant: Actor) => {
    const { fileId } = await api().office.newFile(clerks.officer);
    const before = await api().office.counts();
    for (const form of ['bundle', 'rti_bundle']) {
      const answer = await send(
        api(),
        assistant,
        post('askForPdf', `/files/${fileId}/pdfs`, { form }),
        crypto.randomUUID(),
      );
      expect([answer.status, answer.body]).toMatchObject([403, { code: 'not-for-assistants' }]);
    }
    const { event, asked_pdf } = await api().office.counts();
    expect(before).toMatchObject({ event, asked_pdf });
  };

  const doneAtOnce = async (by: Actor, step: Step) => {
    const answer = await send(api(), by, step, crypto.randomUUID());
    expect([step.does, Math.floor(answer.status / 100), answer.text]).toEqual([step.does, 2, answer.text]);
    return answer;
  };
  const aFileForLetters = async () => ({
    office: api().office,
    file: await openAFile(api(), clerks.officer),
    documentId: await api().office.newDocument(clerks.clerk),
    headId: api().office.headId,
    reported: (dispatchId: string) => reportReturned(api().office, dispatchId),
  });

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
