import type { OperationId } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { MakeNotices } from '@patravali/notices';
import { aLetter, aNote, openAFile, openAFileWithNote } from '../support/http/clerks';
import { aListOfPeople, aListOfPosts } from '../support/acts/administration/lists';
import { asking } from '../support/acts/consultation-acts';
import { copyStands } from '../support/office/copy-stands';
import { writeIssue } from '../support/papers/written-letters';
import { tokenOf } from './prepared-for-tokens';
import { SmallActs } from './small-acts';

/** Of everything that desks show, one is left there. */
export class LeftOnDesks extends SmallActs {
  /** A letter of the officer does not get on. */
  protected async leaveStuck(): Promise<void> {
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

  /**
   * A file that came in, one that is closed, a letter that came in, a draft, and a question for the clerk.
   * @returns the id of the post that is asked.
   */
  protected async leaveOnDesks(fileId: string): Promise<string> {
    const { clerk, officer } = this.people;
    await this.forward(await this.newFile(), clerk, officer);
    await openAFile(this.api, clerk);
    await this.close(await openAFile(this.api, officer));
    await this.receiptFor(officer);
    await this.draft(fileId);
    await this.setAside();
    const { consultedIds } = await this.do(officer, asking(await openAFileWithNote(this.api, officer), clerk), {});
    const [consultedId] = consultedIds as string[];
    await copyStands(this.api.office, String(consultedId));
    return String(consultedId);
  }

  /** A letter of the file that has its number, and that two officers will sign. @returns the id of its entry. */
  protected async letterToSign(fileId: string): Promise<string> {
    const { officer, stranger } = this.people;
    const content = { ...aLetter(officer.postId), coSignatoryPostIds: [stranger.postId] };
    const step = (does: OperationId, path: string, body?: object) =>
      this.do(officer, { does, method: 'post', path, ...(body ? { body } : {}) }, {});
    const { id } = await step('createDraft', `/files/${fileId}/drafts`, { content });
    await step('approveDraft', `/drafts/${String(id)}/approve`, { draftVersion: 1 });
    const letterId = String((await step('numberDraft', `/drafts/${String(id)}/number`)).issueId);
    const body = { keyId: await tokenOf(this.api, officer) };
    await this.count('prepareLetter', () =>
      this.api.as(officer, 'post', `/letters-to-sign/${letterId}/prepare`, { body }),
    );
    await this.count('prepareLetters', () =>
      this.api.as(officer, 'post', '/desk/to-sign/prepare', { body: { ...body, issueIds: [letterId] } }),
    );
    return letterId;
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
  protected async notices(): Promise<void> {
    const { officer, administrator } = this.people;
    await this.api.office.get(MakeNotices).execute();
    const ask = (does: OperationId, method: 'post' | 'put', path: string, body: object) =>
      this.count(does, () => this.api.as(officer, method, path, { body }));
    const list = Buffer.from('दिनांक,अवकाश\n26/01/2099,गणतन्त्र दिवस\n').toString('base64');
    const asAdministrator = (does: OperationId, path: string, body: object) =>
      this.count(does, () => this.api.as(administrator, 'post', path, { body }));
    await asAdministrator('testConnection', '/connections/test', { connection: 'backup' });
    await asAdministrator('readDayList', '/calendar/list', { year: 2099, list });
    await asAdministrator('checkPeopleList', '/people/list/check', aListOfPeople('checked'));
    await asAdministrator('checkPostList', '/posts/list/check', aListOfPosts(administrator.post.marking, '1'));
    await ask('markNoticesRead', 'post', '/notices/read', { ids: [crypto.randomUUID()] });
    await ask('changeNoticeSetting', 'put', '/notices/settings', {
      kinds: ['late'],
      channel: 'browser',
      on: true,
    });
  }

  /** So many files, and so many receipts, at once: the check beforehand asks as often for many as for one. */
  protected async actOnSeveral(count: number): Promise<void> {
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
  protected async leaveNote(fileId: string, versions: number): Promise<void> {
    const { officer } = this.people;
    const path = `/files/${fileId}/notes`;
    await this.do(officer, { does: 'addNote', method: 'post', path, body: aNote('परीक्षण') }, {});
    for (let version = 1; version < versions; version++) {
      await this.api.office.rows(`UPDATE pending_note SET saved_at = saved_at - INTERVAL '1 hour'`);
      const step = { does: 'changeNote', method: 'put', path: `${path}/pending`, body: aNote('पुनः') } as const;
      await this.do(officer, { ...step, ifMatch: `"${version}"` }, {});
    }
  }
}
