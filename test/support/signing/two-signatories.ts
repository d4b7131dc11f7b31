import type { Actor } from '@patravali/authorization';
import { DocumentBytes } from '@patravali/documents';
import { toSha256 } from '@patravali/storage';
import type { TestApi } from '../http/api';
import { aLetter, type Clerks, openAFile } from '../http/clerks';

/** Letters that two officers sign over HTTP: he of the file first, and then the stranger. */
export function twoSignatories(api: () => TestApi, clerks: () => Pick<Clerks, 'officer' | 'stranger'>) {
  const ask = (by: Actor, path: string, body: object = {}) => api().as(by, 'post', path, { body });

  /** @returns the id of the numbered letter. */
  async function numbered(): Promise<string> {
    const { officer, stranger } = clerks();
    const fileId = await openAFile(api(), officer);
    const made = async (path: string, body: object = {}) =>
      (await ask(officer, path, body)).body as { id: string; issueId: string };
    const content = { ...aLetter(officer.postId), coSignatoryPostIds: [stranger.postId] };
    const { id } = await made(`/files/${fileId}/drafts`, { content });
    await made(`/drafts/${id}/approve`, { draftVersion: 1 });
    return (await made(`/drafts/${id}/number`)).issueId;
  }

  /** The PDF of an issued letter. */
  async function issuedPdf(issueId: string): Promise<Buffer> {
    const [document] = await api().office.rows<{ sha256: string; size: number }>(
      'SELECT d.sha256, d.size FROM issue i JOIN document d ON d.id = i.document_id WHERE i.id = $1',
      [issueId],
    );
    if (!document) throw new Error('The letter has no document');
    const { sha256, size } = document;
    return await api()
      .office.get(DocumentBytes)
      .whole({ size, sha256: toSha256(sha256), fileName: 'a.pdf' });
  }
  return { ask, numbered, issuedPdf };
}
