import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import { MakeSignInLink } from '@patravali/identity';
import { MakeNotices } from '@patravali/notices';
import { dayInIndia } from '@patravali/messages';
import { MakePdf } from '@patravali/records';
import type { Answer, Asked, TestApi } from '../support/api';
import { aLetter, aNote, appointClerks, type Clerks, openAFile } from '../support/clerks';
import { commenting } from '../support/comment-acts';
import { type Counted, CountedStatements } from '../support/counted-statements';
import { asking } from '../support/consultation-acts';
import type { ESignOffice } from '../support/esign-office';
import { type Doing, type Letters, lettersOfAFile, lifeOfAFile } from '../support/every-act';
import { aRawPdf } from '../support/hostile-pdfs';
import { send } from '../support/repetition';
import { WORDS } from '../support/words';
import { writeIssue } from '../support/written-letters';
import { letterToSign, signedByESign } from './letters-to-sign';

/** A file with letters, by which the paths of the operations are filled. */
export interface Made extends Letters {
  readonly fileId: string;
  readonly documentId: string;
  /** With which the letter that went out is checked. */
  readonly code: string;
  /** The clerk's post is asked for its opinion. */
  readonly consultedId: string;
  /** The number of a note that the officer signed. */
  readonly note: string;
  /** Waits for the officer's signature. */
  readonly letterId: string;
}

const FORWARD_AND_BACK = 3;
const LETTER = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
];
const PASSWORDS = ['four blue trains at noon', 'five red trains at dawn'] as const;

/** A small office whose people ask for every operation that changes something, over the API; each request is counted. */
export class EveryOperation {
  /** What each request asked of the database, by operation. */
  readonly counted = new Map<OperationId, Counted[]>();

  private constructor(
    readonly api: TestApi,
    readonly people: Clerks,
    private readonly counting: CountedStatements,
    private readonly eSign: ESignOffice,
  ) {}

  /** @param eSign which the office has been told of. */
  static async in(api: TestApi, eSign: ESignOffice): Promise<EveryOperation> {
    // The job queue is opened when it is first used: once in the life of the process, not by a request.
    await api.office.jobs.start();
    return new EveryOperation(api, await appointClerks(api), new CountedStatements(api), eSign);
  }

  /** Asks, and notes what that took. */
  async count(does: OperationId, ask: () => Promise<Answer>): Promise<Answer> {
    // That a session is in use is noted once a minute: not in this one.
    await this.api.office.rows(`UPDATE session SET last_used_at = clock_timestamp() + INTERVAL '1 hour'`);
    const { answer, ...counted } = await this.counting.during(ask);
    if (answer.status >= 300) throw new Error(`${does}: ${answer.status} ${answer.text}`);
    this.counted.set(does, [...(this.counted.get(does) ?? []), counted]);
    return answer;
  }

  /** One file lives and gets letters; of everything that desks show, one is left there. */
  async work(): Promise<Made> {
    const fileId = await this.newFile();
    for (const [who, step, otherBody] of lifeOfAFile(fileId, this.people))
      await this.do(this.people[who], step, otherBody);
    const documentId = await this.upload();
    const { headId } = this.api.office;
    const letters = await lettersOfAFile({ file: fileId, documentId, headId }, this.people, this.do);
    await this.makePdf(letters.pdfId);
    const consultedId = await this.leaveOnDesks(fileId);
    const letterId = await letterToSign(this, fileId);
    await signedByESign(this, fileId, this.eSign);
    await this.leaveNote(fileId, 1);
    await this.leaveStuck();
    await this.notices();
    await this.actOnSeveral(1);
    const draftId = await this.draft(fileId);
    await this.comment(draftId);
    const [signed] = await this.api.office.rows<{ note: number }>('SELECT note FROM note_signature');
    const code = await this.codeOf(letters.issueId);
    return { ...letters, draftId, note: String(signed?.note ?? 0), code, fileId, documentId, consultedId, letterId };
  }

  /** A letter of the officer does not get on. */
  private async leaveStuck(): Promise<void> {
    const { office } = this.api;
    const { officer } = this.people;
    const { fileId } = await office.newFile(officer);
    const letter = await writeIssue(office, {
      fileId,
      number: `X-${fileId}`,
      by: officer,
      signatory: officer,
      served: 0,
    });
    await office.rows(
      `INSERT INTO dispatch (id, organisation_id, issue_id, position, mode, state, failure, by_user_id, by_post_id, capacity)
       VALUES (gen_random_uuid(), $1, $2, 0, 'post', 'failed', 'x', $3, $4, 'regular')`,
      [office.id, letter.id, officer.userId, officer.postId],
    );
  }

  /** The same file gets more of everything, and so does the office. */
  async more({ fileId, draftId }: Made): Promise<void> {
    const { clerk, officer } = this.people;
    for (let time = 0; time < FORWARD_AND_BACK; time++) {
      await this.forward(fileId, officer, clerk);
      await this.forward(fileId, clerk, officer);
    }
    const park = { does: 'parkFile', method: 'post', path: `/files/${fileId}/park` } as const;
    await this.do(officer, { ...park, body: { event: 'reply_received' } }, {});
    await this.do(officer, { does: 'takeUpFile', method: 'post', path: `/files/${fileId}/take-up` }, {});
    // A letter for three takes no more than one for one.
    const documentId = await this.upload();
    const { headId } = this.api.office;
    const { pdfId } = await lettersOfAFile({ file: fileId, documentId, headId, addressees: 3 }, this.people, this.do);
    await this.makePdf(pdfId);
    await this.leaveStuck();
    await this.leaveOnDesks(fileId);
    await this.comment(draftId);
    await letterToSign(this, fileId);
    await this.leaveNote(fileId, 2);
    await this.notices();
    await this.actOnSeveral(3);
    await this.signIns();
    await this.api.office.rows(
      `INSERT INTO number_head (id, organisation_id, basic, "primary", secondary, title_hi, title_en)
       SELECT gen_random_uuid(), $1, 'A', '11', n::text, 'स्थापना', 'Establishment' FROM generate_series(12, 20) n`,
      [this.api.office.id],
    );
  }

  /** Each way to sign in, and all that people do with their sessions and passwords. */
  async signIns(): Promise<void> {
    const { office } = this.api;
    const person = await this.somebody(false);
    const demoPerson = await this.somebody(true);
    const { token } = await office.get(MakeSignInLink).execute(person);
    const [first, second] = PASSWORDS;
    const open = async (does: OperationId, way: string, body: object) =>
      cookieOf(await this.count(does, () => this.api.ask('post', `/api/v1/session${way}`, { body })));
    const demo = await open('signInAsDemoPerson', '/demo', { username: demoPerson });
    await this.count('makeDemoKey', () =>
      this.api.ask('post', '/api/v1/signing-keys/demo', {
        headers: { cookie: demo, 'idempotency-key': crypto.randomUUID() },
      }),
    );
    await open('signInByLink', '/link', { token, newPassword: first });
    await open('signIn', '', { username: person, password: first });
    const cookie = await open('signIn', '', { username: person, password: first });
    const own = (does: OperationId, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) => {
      const headers = { cookie, 'idempotency-key': crypto.randomUUID() };
      return this.count(does, () => this.api.ask(method, `/api/v1${path}`, { headers, ...(body ? { body } : {}) }));
    };
    const { items } = (await own('listSessions', 'get', '/sessions')).body as {
      items: { id: string; current: boolean }[];
    };
    const other = items.find(({ current }) => !current)?.id ?? '';
    await own('endSession', 'delete', `/sessions/${other}`);
    await own('endOtherSessions', 'delete', '/sessions');
    await own('confirmSession', 'post', '/session/confirm', { password: first });
    await own('changePassword', 'put', '/session/password', { currentPassword: first, newPassword: second });
    await own('signOut', 'delete', '/session');
  }

  /**
   * A file that came in, one that is closed, a letter that came in, a draft, and a question for the clerk.
   * @returns the id of the post that is asked.
   */
  private async leaveOnDesks(fileId: string): Promise<string> {
    const { clerk, officer } = this.people;
    await this.forward(await this.newFile(), clerk, officer);
    await openAFile(this.api, clerk);
    await this.close(await openAFile(this.api, officer));
    await this.receiptFor(officer);
    await this.draft(fileId);
    await this.setAside();
    const { consultedIds } = await this.do(officer, asking(await openAFile(this.api, officer), clerk), {});
    return String((consultedIds as string[])[0]);
  }

  /** A file that is parked, one in the call book, and one that the officer follows. */
  private async setAside(): Promise<void> {
    const { officer, clerk } = this.people;
    const [parked, booked, followed] = [
      await openAFile(this.api, officer),
      await openAFile(this.api, officer),
      await openAFile(this.api, clerk),
    ];
    const reviewOn = dayInIndia(new Date(Date.now() + 20 * 24 * 60 * 60 * 1000));
    const doing = (does: OperationId, path: string, body?: object) =>
      this.do(officer, { does, method: 'post', path, ...(body ? { body } : {}) }, {});
    await doing('parkFile', `/files/${parked}/park`, { event: 'reply_received' });
    await doing('putInCallBook', `/files/${booked}/call-book`, { cause: 'court', reason: 'न्यायालय', reviewOn });
    await doing('followFile', `/files/${followed}/follow`);
  }

  /** Of what has happened until now. */
  private async notices(): Promise<void> {
    const { officer } = this.people;
    await this.api.office.get(MakeNotices).execute();
    const ask = (does: OperationId, method: 'post' | 'put', path: string, body: object) =>
      this.count(does, () => this.api.as(officer, method, path, { body }));
    await ask('markNoticesRead', 'post', '/notices/read', { ids: [crypto.randomUUID()] });
    await ask('changeNoticeSetting', 'put', '/notices/settings', { kind: 'late', channel: 'browser', on: true });
  }

  /** So many files, and so many receipts, at once: the check beforehand asks as often for many as for one. */
  private async actOnSeveral(count: number): Promise<void> {
    const { clerk, officer } = this.people;
    const fileIds: string[] = [];
    for (let file = 0; file < count; file++) {
      const fileId = await this.newFile();
      await this.forward(fileId, clerk, officer);
      fileIds.push(fileId);
    }
    const body = { fileIds, act: { kind: 'forward', toPostId: clerk.postId } };
    await this.count('checkBulkAct', () => this.api.as(officer, 'post', '/desk/inbox/check', { body }));
    await this.do(officer, { does: 'doBulkAct', method: 'post', path: '/desk/inbox/acts', body }, {});
    const receiptIds: string[] = [];
    for (let receipt = 0; receipt < count; receipt++) receiptIds.push(await this.receiptFor(officer));
    const marking = { receiptIds, act: { kind: 'forward', toPostId: clerk.postId } };
    await this.count('checkBulkReceiptAct', () =>
      this.api.as(officer, 'post', '/desk/receipts/check', { body: marking }),
    );
    await this.do(
      officer,
      { does: 'doBulkReceiptAct', method: 'post', path: '/desk/receipts/acts', body: marking },
      {},
    );
  }

  /** A note in writing, with so many versions. */
  private async leaveNote(fileId: string, versions: number): Promise<void> {
    const { officer } = this.people;
    const path = `/files/${fileId}/notes`;
    await this.do(officer, { does: 'addNote', method: 'post', path, body: aNote('परीक्षण') }, {});
    for (let version = 1; version < versions; version++) {
      await this.api.office.rows(`UPDATE pending_note SET saved_at = saved_at - INTERVAL '1 hour'`);
      const step = { does: 'changeNote', method: 'put', path: `${path}/pending`, body: aNote('पुनः') } as const;
      await this.do(officer, { ...step, ifMatch: `"${version}"` }, {});
    }
  }

  /** One step, with a key of its own. */
  readonly do: Doing = async (by, step) => {
    const { body } = await this.count(step.does, () => send(this.api, by, step, crypto.randomUUID()));
    return body as Record<string, unknown>;
  };

  private async codeOf(issueId: string): Promise<string> {
    const [issue] = await this.api.office.rows<{ code: string }>('SELECT code FROM issue WHERE id = $1', [issueId]);
    return issue?.code ?? '';
  }

  private async makePdf(id: string): Promise<void> {
    const { office } = this.api;
    await office.get(MakePdf).execute({ organisationId: office.id, id }, { last: true });
  }

  private async newFile(): Promise<string> {
    const body = { headId: this.api.office.headId, subject: 'वृद्धावस्था पेंशन' };
    const { id } = await this.do(this.people.clerk, { does: 'createFile', method: 'post', path: '/files', body }, {});
    return String(id);
  }

  private async upload(): Promise<string> {
    // No two alike, or the second would be found stored.
    const raw = aRawPdf(LETTER, `/Root 1 0 R /ID [<${crypto.randomUUID().replaceAll('-', '')}> <00>]`).toString(
      'latin1',
    );
    const headers = { 'content-type': 'application/pdf', 'idempotency-key': crypto.randomUUID() };
    const asked: Asked = { headers, raw };
    const { body } = await this.count('uploadDocument', () =>
      this.api.as(this.people.clerk, 'post', '/documents?fileName=letter.pdf', asked),
    );
    return (body as { id: string }).id;
  }

  /** With a note that is confirmed on the way, as most files go. */
  private async forward(fileId: string, by: Actor, to: Actor): Promise<void> {
    const body = { toPostId: to.postId, dueOn: '2099-12-31', ...WORDS };
    await this.do(by, { does: 'forwardFile', method: 'post', path: `/files/${fileId}/forward`, body }, {});
  }

  private async receiptFor(officer: Actor): Promise<string> {
    const body = {
      ...{
        documentId: await this.upload(),
        subject: 'सड़क की मरम्मत',
        senderName: 'ग्राम प्रधान',
        receivedOn: '2026-01-02',
      },
      ...{ deliveryMode: 'post', language: 'hi', forward: { toPostId: officer.postId } },
    };
    const step = { does: 'createReceipt', method: 'post', path: '/receipts', body } as const;
    return String((await this.do(this.people.clerk, step, {})).id);
  }

  private async draft(fileId: string): Promise<string> {
    const { officer } = this.people;
    const body = { content: aLetter(officer.postId) };
    const step = { does: 'createDraft', method: 'post', path: `/files/${fileId}/drafts`, body } as const;
    const { id } = await this.do(officer, step, {});
    const path = `/files/${fileId}/draft-preview`;
    await this.count('previewDraft', () => this.api.as(officer, 'post', path, { body }));
    return String(id);
  }

  private async comment(draftId: string): Promise<void> {
    await commenting(`/drafts/${draftId}`, (step, otherBody) => this.do(this.people.officer, step, otherBody));
  }

  private async close(fileId: string): Promise<void> {
    const body = { reason: 'निस्तारित' };
    await this.do(this.people.officer, { does: 'closeFile', method: 'post', path: `/files/${fileId}/close`, body }, {});
  }

  /** The user name of a new person. */
  private async somebody(demo: boolean): Promise<string> {
    const { userId } = await this.api.office.actor();
    const [person] = await this.api.office.rows<{ username: string }>(
      'UPDATE office_user SET demo = $2 WHERE id = $1 RETURNING username',
      [userId, demo],
    );
    return person?.username ?? '';
  }
}

function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
