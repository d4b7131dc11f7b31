import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

describe('signing letters over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let head: Actor;
  let fileId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    head = await api().office.actor({ marking: 'HEAD' });
    fileId = await openAFile(api(), clerks.officer);
  });

  const put = async () => {
    const body = { content: aLetter(head.postId) };
    const answer = await api().as(clerks.officer, 'post', `/files/${fileId}/drafts`, { body });
    return (answer.body as { id: string }).id;
  };
  /** The answer to the same request of an English and of a Hindi reader. */
  const refused = async (path: string, body: object = {}) => {
    const ask = async (language: string) =>
      (await api().as(clerks.officer, 'post', path, { body, headers: { 'accept-language': language } })).body as object;
    return [await ask('en'), await ask('hi')];
  };

  it('lets no other officer issue a letter, and says from where it is issued', async () => {
    const id = await put();
    const problem = { status: 403, code: 'issued-elsewhere', params: { posts: ['HEAD'] } };
    expect(await refused(`/drafts/${id}/issue`)).toMatchObject([
      { ...problem, detail: 'This letter is issued only from the desk HEAD. Forward the file there.' },
      { ...problem, detail: 'यह पत्र केवल HEAD के पटल से निर्गत होगा। पत्रावली वहाँ अग्रसारित करें।' },
    ]);
  });

  it('lets nobody but the signatory name who else may issue it', async () => {
    const id = await put();
    const problem = { status: 403, code: 'naming-not-yours', params: { post: 'HEAD' } };
    expect(
      await refused(`/drafts/${id}/approve`, { draftVersion: 1, namedPostId: clerks.officer.postId }),
    ).toMatchObject([
      { ...problem, detail: expect.stringMatching(/^Only HEAD, .* Approve it without choosing a post\.$/) as string },
      { ...problem, detail: expect.stringMatching(/केवल HEAD तय कर सकता है.*बिना पद चुने अनुमोदित करें।$/) as string },
    ]);
  });

  it('approves one version once from one desk', async () => {
    const id = await put();
    const approved = await api().as(clerks.officer, 'post', `/drafts/${id}/approve`, { body: { draftVersion: 1 } });
    expect(approved.status).toBe(200);
    const problem = { status: 409, code: 'already-approved', params: { post: 'SO(EST)', posts: ['HEAD'] } };
    expect(await refused(`/drafts/${id}/approve`, { draftVersion: 1 })).toMatchObject([
      { ...problem, detail: expect.stringContaining('SO(EST) has already approved this version.') as string },
      { ...problem, detail: expect.stringContaining('SO(EST) इस संस्करण को अनुमोदित कर चुका है।') as string },
    ]);
  });

  it('saves no letter for a post that is no officer’s, and points to it', async () => {
    const problem = {
      status: 422,
      code: 'officer-needed',
      params: { post: 'DH(EST)-1' },
      errors: [{ pointer: '#/content/signatoryPostId' }],
    };
    expect(await refused(`/files/${fileId}/drafts`, { content: aLetter(clerks.clerk.postId) })).toMatchObject([
      { ...problem, detail: expect.stringContaining('DH(EST)-1 is not an officer’s post') as string },
      { ...problem, detail: expect.stringContaining('DH(EST)-1 अधिकारी का पद नहीं है') as string },
    ]);
  });
});
