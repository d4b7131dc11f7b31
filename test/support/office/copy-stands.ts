import { Consultation, ConsultedPost, snapshotMade } from '@patravali/consultations';
import { FileCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { addDocument } from '@patravali/documents';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import type { TestOffice } from './test-office';

/** The copy of the file that this consulted post reads stands. Making it takes a typesetter, and is shown elsewhere. */
export async function copyStands(office: Pick<TestOffice, 'rows'>, consultedId: string): Promise<void> {
  await office.rows(
    `WITH asked AS (SELECT q.* FROM consultation q JOIN consulted_post p ON p.consultation_id = q.id
         WHERE p.id = $1 AND q.snapshot <> 'ready'),
       made AS (INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
         SELECT gen_random_uuid(), organisation_id, encode(sha256(id::text::bytea), 'hex'), 1000, 2, 'प्रति.pdf', true,
           asked_by_user_id, asked_by_post_id FROM asked RETURNING id)
     UPDATE consultation q SET snapshot = 'ready', document_id = made.id FROM made, asked WHERE q.id = asked.id`,
    [consultedId],
  );
}

/** The same as the worker enters it, with its event, and stored: for an office whose record is checked, or whose people read it. */
export async function enterCopy(office: TestOffice, consultedId: string): Promise<void> {
  const asked = await office.manager.findOneByOrFail(ConsultedPost, { id: consultedId });
  const { fileId, consultationId: id } = asked;
  const consultation = await office.manager.findOneByOrFail(Consultation, { id });
  const { organisationId, askedByUserId: userId, askedByPostId: postId, askedCapacity: capacity } = consultation;
  const stored = await office.get<ObjectStore>(OBJECT_STORE).put({ bytes: Buffer.from(`%PDF-1.7 ${id}`) });
  await office.get(Transactions).run({ organisationId, userId, postId, capacity }, async (tx) => {
    await tx.lock(FileCustody, { fileId });
    const made = { ...stored, pages: 2, fileName: 'प्रति.pdf', hasText: true };
    const document = await addDocument(tx, { organisationId, userId, postId }, made);
    await snapshotMade(tx, consultation, document.id);
    await tx.record('consultation.snapshot_made', fileId, {
      relatedId: id,
      contentHash: stored.sha256,
      data: { pages: 2 },
    });
    return {};
  });
}
