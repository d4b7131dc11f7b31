import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { writeIssue } from '../../support/papers/written-letters';

describe('documents that go with a letter, over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });

  /** An earlier letter of a file, as a draft encloses it. */
  async function earlierLetter() {
    const { office } = api();
    const { officer } = clerks;
    const bytes = await office.get<ObjectStore>(OBJECT_STORE).put({ bytes: Buffer.from('%PDF-1.7 an earlier letter') });
    const { fileId } = await office.newFile(officer);
    const said = { by: officer, signatory: officer, served: 3, number: '9/पूर्व/2026', bytes };
    const { documentId } = await writeIssue(office, { fileId, ...said });
    return { fileId, enclosed: { documentId, title: 'पूर्व पत्र', pages: 1, sha256: bytes.sha256 } };
  }

  it('are of its own file, are shown with the issue, and are opened by its readers alone', async () => {
    const { officer, stranger } = clerks;
    const { fileId, enclosed } = await earlierLetter();
    const content = { ...aLetter(officer.postId), enclosedDocuments: [enclosed] };
    const put = (file: string) => api().as(officer, 'post', `/files/${file}/drafts`, { body: { content } });
    expect(await put(await openAFile(api(), officer))).toMatchObject({
      status: 422,
      body: {
        code: 'enclosure-not-on-file',
        params: { title: enclosed.title },
        errors: [{ pointer: '#/content/enclosedDocuments/0/documentId', code: 'not-on-file' }],
      },
    });
    const made = await put(fileId);
    expect(made.status).toBe(201);
    const draft = `/drafts/${(made.body as { id: string }).id}`;
    expect(await api().as(officer, 'get', draft)).toMatchObject({
      body: { content: { enclosedDocuments: [enclosed] } },
    });
    expect((await api().as(officer, 'post', `${draft}/approve`, { body: { draftVersion: 1 } })).status).toBe(200);
    const issued = await api().as(officer, 'post', `${draft}/issue`, { body: {} });
    expect(issued.status).toBe(201);
    const { issueId } = issued.body as { issueId: string };
    expect(await api().as(officer, 'get', `/issues/${issueId}`)).toMatchObject({
      body: { enclosedDocuments: [enclosed] },
    });
    const opened = async (by: typeof officer) =>
      (await api().as(by, 'get', `/documents/${enclosed.documentId}/content`)).status;
    expect([await opened(officer), await opened(stranger)]).toEqual([200, 404]);
  });
});
