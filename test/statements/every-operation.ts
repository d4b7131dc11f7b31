import { MakeCertificate } from '@patravali/establishment';
import { countReading } from '@patravali/ledger';
import { MakePdf } from '@patravali/records';
import { TextIndex } from '@patravali/search';
import type { TestApi } from '../support/http/api';
import { appointClerks } from '../support/http/clerks';
import { CountedStatements } from '../support/database/counted-statements';
import { openedYesterday } from '../support/days/opened-earlier';
import { type Letters, lettersOfAFile } from '../support/acts/every-act';
import { lifeOfAFile } from '../support/tours/life-of-a-file';
import { plainActs } from '../support/tours/plain-acts';
import { reportReturned } from '../support/papers/reported-mail';
import { LeftOnDesks } from './left-on-desks';
import { prepareForTokens } from './prepared-for-tokens';
import { signIns } from './sign-ins';

/** A file with letters, by which the paths of the operations are filled. */
export interface Made extends Letters {
  readonly fileId: string;
  /** A normal one: an auditor reads no other. */
  readonly auditedFileId: string;
  readonly documentId: string;
  /** A document that is made of pictures, and whose uploader reads it. */
  readonly pictured: string;
  /** The clerk, and the clerk's post. */
  readonly personId: string;
  readonly postId: string;
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

/** A small office whose people ask for every operation that changes something, over the API; each request is counted. */
export class EveryOperation extends LeftOnDesks {
  static async in(api: TestApi): Promise<EveryOperation> {
    // The job queue is opened when it is first used: once in the life of the process, not by a request.
    await api.office.jobs.start();
    return new EveryOperation(api, await appointClerks(api), new CountedStatements(api));
  }

  /** One file lives and gets letters; of everything that desks show, one is left there. */
  async work(): Promise<Made> {
    const fileId = await this.newFile();
    for (const [who, step, otherBody] of lifeOfAFile(fileId, this.people))
      await this.do(this.people[who], step, otherBody);
    await plainActs(fileId, this.people.officer, this.do);
    const documentId = await this.upload();
    const { office } = this.api;
    const { headId } = office;
    const letters = await lettersOfAFile(
      { office, file: fileId, documentId, headId, reported: this.reported },
      this.people,
      this.do,
    );
    await this.makePdf(letters.pdfId);
    const { organisationId } = letters.successor;
    await office.get(MakeCertificate).execute({ organisationId, id: letters.chargeId });
    const consultedId = await this.leaveOnDesks(fileId);
    const letterId = await this.letterToSign(fileId);
    await this.leaveNote(fileId, 1);
    await prepareForTokens(this.api, this.people, { fileId, consultedId }, (does, ask) => this.count(does, ask));
    await this.leaveStuck();
    await this.notices();
    await this.actOnSeveral(1);
    const draftId = await this.draft(fileId);
    await this.comment(draftId);
    const auditedFileId = await this.newFile();
    await this.forward(auditedFileId, this.people.clerk, this.people.officer);
    const [signed] = await this.api.office.rows<{ note: number }>('SELECT note FROM note_signature');
    const code = await this.codeOf(letters.issueId);
    await openedYesterday(this.api.office);
    await this.api.office.get(TextIndex).indexAll();
    return {
      ...letters,
      auditedFileId,
      personId: this.people.clerk.userId,
      postId: this.people.clerk.postId,
      draftId,
      note: String(signed?.note ?? 0),
      code,
      fileId,
      documentId,
      pictured: await this.uploadPictures(2),
      consultedId,
      letterId,
    };
  }

  /** The same file gets more of everything, and so does the office. */
  async more({ fileId, auditedFileId, documentId: seen, draftId }: Made): Promise<void> {
    const { clerk, officer } = this.people;
    await this.forward(auditedFileId, officer, clerk);
    await this.forward(auditedFileId, clerk, officer);
    for (let time = 0; time < FORWARD_AND_BACK; time++) {
      await this.forward(fileId, officer, clerk);
      await this.forward(fileId, clerk, officer);
    }
    const park = { does: 'parkFile', method: 'post', path: `/files/${fileId}/park` } as const;
    await this.do(officer, { ...park, body: { event: 'reply_received' } }, {});
    await this.do(officer, { does: 'takeUpFile', method: 'post', path: `/files/${fileId}/take-up` }, {});
    // A letter for three takes no more than one for one.
    const documentId = await this.upload();
    await this.uploadPictures(5);
    const { office } = this.api;
    const { headId } = office;
    const three = { office, file: fileId, documentId, headId, reported: this.reported, addressees: 3 };
    const { pdfId } = await lettersOfAFile(three, this.people, this.do);
    await this.makePdf(pdfId);
    await this.leaveStuck();
    await this.leaveOnDesks(fileId);
    await this.comment(draftId);
    await this.seenByOthers(fileId, seen);
    await this.letterToSign(fileId);
    await this.leaveNote(fileId, 2);
    await this.notices();
    await this.actOnSeveral(3);
    await signIns(this);
    await this.api.office.get(TextIndex).indexAll();
    await this.api.office.rows(
      `INSERT INTO number_head (id, organisation_id, basic, "primary", secondary, title_hi, title_en)
       SELECT gen_random_uuid(), $1, 'A', '11', n::text, 'स्थापना', 'Establishment' FROM generate_series(12, 20) n`,
      [this.api.office.id],
    );
  }

  /** The file, and the scan that came in. */
  private async seenByOthers(fileId: string, documentId: string): Promise<void> {
    const { clerk, stranger } = this.people;
    for (const by of [clerk, stranger]) {
      for (const item of [{ kind: 'file', id: fileId } as const, { kind: 'document', id: documentId } as const])
        await countReading(this.api.office.dataSource, by, { item, act: 'opened' });
    }
  }

  private async codeOf(issueId: string): Promise<string> {
    const [issue] = await this.api.office.rows<{ code: string }>('SELECT code FROM issue WHERE id = $1', [issueId]);
    return issue?.code ?? '';
  }

  private readonly reported = (dispatchId: string): Promise<void> => reportReturned(this.api.office, dispatchId);

  private async makePdf(id: string): Promise<void> {
    const { office } = this.api;
    await office.get(MakePdf).execute({ organisationId: office.id, id }, { last: true });
  }
}
