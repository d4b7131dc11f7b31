import type { Actor } from '@patravali/authorization';
import type { Asked } from '../support/http/api';
import { aLetter } from '../support/http/clerks';
import { commenting } from '../support/acts/comment-acts';
import { aForm, BOUNDARY, PIXEL } from '../support/pictures/pictures';
import { aRawPdf } from '../support/papers/hostile-pdfs';
import { WORDS } from '../support/office/words';
import { CountedOperations } from './counted-operations';

const LETTER = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
];

/** What is done over and over again while things are made. */
export class SmallActs extends CountedOperations {
  protected async newFile(): Promise<string> {
    const body = { headId: this.api.office.headId, subject: 'वृद्धावस्था पेंशन' };
    const { id } = await this.do(this.people.clerk, { does: 'createFile', method: 'post', path: '/files', body }, {});
    return String(id);
  }

  protected async upload(): Promise<string> {
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

  /** As the pages of a letter: a document of so many. */
  protected async uploadPictures(pages: number): Promise<string> {
    const pictures = Array.from({ length: pages }, (_, page) => [`${page + 1}.jpg`, PIXEL] as const);
    const headers = {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'idempotency-key': crypto.randomUUID(),
    };
    const { body } = await this.count('uploadPictures', () =>
      this.api.as(this.people.clerk, 'post', '/documents/pictures', { headers, raw: aForm(...pictures) }),
    );
    return (body as { id: string }).id;
  }

  /** With a note that is confirmed on the way, as most files go. */
  protected async forward(fileId: string, by: Actor, to: Actor): Promise<void> {
    const body = { toPostId: to.postId, dueOn: '2099-12-31', ...WORDS };
    await this.do(by, { does: 'forwardFile', method: 'post', path: `/files/${fileId}/forward`, body }, {});
  }

  protected async receiptFor(officer: Actor): Promise<string> {
    const body = {
      documentId: await this.upload(),
      subject: 'सड़क की मरम्मत',
      senderName: 'ग्राम प्रधान',
      receivedOn: '2026-01-02',
      deliveryMode: 'post',
      language: 'hi',
      forward: { toPostId: officer.postId },
    };
    const step = { does: 'createReceipt', method: 'post', path: '/receipts', body } as const;
    return String((await this.do(this.people.clerk, step, {})).id);
  }

  protected async draft(fileId: string): Promise<string> {
    const { officer } = this.people;
    const body = { content: aLetter(officer.postId) };
    const step = { does: 'createDraft', method: 'post', path: `/files/${fileId}/drafts`, body } as const;
    const { id } = await this.do(officer, step, {});
    const path = `/files/${fileId}/draft-preview`;
    await this.count('previewDraft', () => this.api.as(officer, 'post', path, { body }));
    return String(id);
  }

  protected async comment(draftId: string): Promise<void> {
    await commenting(`/drafts/${draftId}`, (step, otherBody) => this.do(this.people.officer, step, otherBody));
  }

  protected async close(fileId: string): Promise<void> {
    const body = { reason: 'निस्तारित' };
    await this.do(this.people.officer, { does: 'closeFile', method: 'post', path: `/files/${fileId}/close`, body }, {});
  }
}
