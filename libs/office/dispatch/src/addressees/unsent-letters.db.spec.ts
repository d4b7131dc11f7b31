import { DispatchIssue, SendDispatchMail } from '@patravali/dispatch';
import { CloseFile } from '@patravali/files';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { MarkNotToBeSent } from './mark-not-to-be-sent';
import { MarkToBeSent } from './mark-to-be-sent';

describe('closing a file from which a letter went out', () => {
  const office = useOffice({ holds: 'section' });
  const so = () => office().at('SO');
  const clerk = () => office().at('DISPATCH');

  /** A letter to two addressees, with a copy to a third, of whom nobody has been sent it. */
  const issued = async () => {
    const { fileId } = await office().newFile(so());
    const letter = await writeIssue(office(), {
      fileId,
      by: so(),
      signatory: so(),
      served: 0,
      email: 'inspector@example.in',
    });
    return { ...letter, fileId };
  };
  const close = (fileId: string) =>
    office().get(CloseFile).execute(so(), fileId, { reason: 'निस्तारित', confirmNote: false });
  const send = (id: string, recipient: number, mode: 'post' | 'email' = 'post') =>
    office()
      .get(DispatchIssue)
      .execute(clerk(), id, { dispatches: [{ recipient, mode }] });
  const withhold = (id: string, recipients: number[]) =>
    office().get(MarkNotToBeSent).execute(clerk(), id, { recipients, reason: 'पद समाप्त' });

  it('is refused while an addressee has not been sent it, and says which letter, to whom, and how many wait', async () => {
    const { id, number, fileId } = await issued();
    const before = await office().counts();
    const first = { code: 'letters-unsent', params: { number, name: 'निरीक्षक', count: 2 } };
    await expect(close(fileId)).rejects.toMatchObject(first);
    expect(await office().counts()).toEqual(before);
    await send(id, 0);
    const second = { code: 'letters-unsent', params: { number, name: 'प्रधानाचार्य', count: 1 } };
    await expect(close(fileId)).rejects.toMatchObject(second);
  });

  it('is done when each addressee has been sent it or is not to be, though somebody still waits for a copy', async () => {
    const { id, fileId } = await issued();
    await send(id, 0);
    await withhold(id, [1]);
    await expect(close(fileId)).resolves.toMatchObject({ id: fileId });
  });

  it('is refused while a mail to an addressee is only queued', async () => {
    const { id, fileId } = await issued();
    await withhold(id, [1]);
    const { dispatchIds } = await send(id, 0, 'email');
    await expect(close(fileId)).rejects.toMatchObject({
      code: 'letters-unsent',
      params: { name: 'निरीक्षक', count: 1 },
    });
    await office().rows(`UPDATE dispatch SET state = 'failed', failure = 'x' WHERE id = $1`, [dispatchIds[0]]);
    await expect(close(fileId)).rejects.toMatchObject({ code: 'letters-unsent' });
    await withhold(id, [0]);
    await expect(close(fileId)).resolves.toMatchObject({ id: fileId });
    // The job that comes late finds nothing to do.
    const job = { organisationId: office().id, dispatchId: dispatchIds[0] ?? '' };
    await office().get(SendDispatchMail).execute(job, { last: true });
  });

  it('is for good: nobody is to be sent it after all until the file is open again', async () => {
    const { id, fileId } = await issued();
    await withhold(id, [0, 1]);
    await close(fileId);
    await expect(
      office()
        .get(MarkToBeSent)
        .execute(clerk(), id, { recipients: [1] }),
    ).rejects.toMatchObject({
      code: 'file-closed',
    });
  });

  it('is not held up by a letter of another file', async () => {
    await issued();
    const { fileId } = await office().newFile(so());
    await expect(close(fileId)).resolves.toMatchObject({ id: fileId });
  });
});
