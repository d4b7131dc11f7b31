import { useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { WORDS } from '../../support/office/words';

describe('the next volume of a file', () => {
  const api = useApi();
  let clerks: Clerks;
  let file: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });
  beforeEach(async () => {
    file = await openAFile(api(), clerks.clerk);
  });

  const act = (by: keyof Clerks, path: string, body: object = {}, headers: Record<string, string> = {}) =>
    api().as(clerks[by], 'post', `/files/${path}`, { body, headers });
  const refused = async (by: keyof Clerks, code: string, [english, hindi]: string[], path = `${file}/volumes`) => {
    for (const [language, sentence] of [['en', english] as const, ['hi', hindi] as const]) {
      const body = path.endsWith('/reopen') ? { reason: 'x' } : {};
      const answer = await act(by, path, body, { 'accept-language': language });
      expect(answer.body).toMatchObject({ code, detail: expect.stringContaining(sentence ?? '?') as string });
    }
  };
  const opened = async (by: keyof Clerks = 'clerk') => {
    const { body, status } = await act(by, `${file}/volumes`);
    expect(status).toBe(201);
    return body as { id: string; number: string; version: number };
  };
  const onward = () => ({ toPostId: clerks.officer.postId, ...WORDS });

  it('is a file of its own whose head says where the first ends, each with a way to the other', async () => {
    await act('clerk', `${file}/notes`, aNote('पहले खण्ड की टिप्पणी।'));
    await act('clerk', `${file}/forward`, { toPostId: clerks.officer.postId, confirmNote: true });
    const { body: before } = await api().as(clerks.clerk, 'get', `/files/${file}`);
    const second = await opened('officer');
    const { body: later } = await api().as(clerks.officer, 'get', `/files/${second.id}`);
    const { number, subject } = before as { number: string; subject: string };
    expect(second.number).toBe(`${number}/Vol II`);
    expect(later).toMatchObject({
      number: second.number,
      subject,
      state: 'on_desk',
      together: { volume: 2, earlierVolume: { id: file, number, lastNote: 1, lastPage: 0 } },
    });
    const { body: closed } = await api().as(clerks.clerk, 'get', `/files/${file}`);
    expect(closed).toMatchObject({
      state: 'closed',
      closingReason: second.number,
      together: { laterVolume: { id: second.id } },
    });
    const { body: found } = await api().as(
      clerks.clerk,
      'get',
      `/files?q=${encodeURIComponent(`${number.split('/').slice(0, 2).join('/')} vol`)}`,
    );
    expect(found).toMatchObject({ items: [{ id: second.id }] });
  });

  it('is opened once, by its holder, in the version that he saw', async () => {
    expect((await act('stranger', `${file}/volumes`)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await act('officer', `${file}/volumes`)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    await act('clerk', `${file}/notes`, aNote('x'));
    await api().as(clerks.clerk, 'delete', `/files/${file}/notes/pending`);
    const answer = await act('clerk', `${file}/volumes`, {}, { 'if-match': '"99"' });
    expect(answer.body).toMatchObject({ status: 412 });
    await opened();
    expect((await act('clerk', `${file}/volumes`)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await act('clerk', `${file}/volumes`, { remarks: 'x' })).body).toMatchObject({ status: 422 });
  });

  it('waits for a note in writing, for what is inside, and for the file to be taken up or detached', async () => {
    await act('clerk', `${file}/notes`, aNote('लिखी जा रही है।'));
    await refused('clerk', 'note-in-the-way', ['discard it', 'हटाएँ']);
    await api().as(clerks.clerk, 'delete', `/files/${file}/notes/pending`);
    await act('clerk', `${file}/park`, { event: 'reply_received' });
    await refused('clerk', 'file-parked', ['', '']);
    await act('clerk', `${file}/take-up`);
    const inside = await openAFile(api(), clerks.clerk);
    expect((await act('clerk', `${inside}/attach`, { mainFileId: file })).status).toBe(200);
    await refused('clerk', 'files-attached', ['Detach them', 'पृथक करें']);
    await refused('clerk', 'file-attached', ['Detach it first', 'पहले इसे पृथक करें'], `${inside}/volumes`);
    await act('clerk', `${inside}/detach`);
    await opened();
  });

  it('is none of a part, and waits for the parts', async () => {
    await act('clerk', `${file}/forward`, onward());
    const part = (await act('clerk', `${file}/parts`)).body as { id: string };
    await refused('officer', 'parts-open', ['incorporate it', 'समाहित करें']);
    await refused(
      'clerk',
      'volume-of-part',
      ['volume of the main file', 'खण्ड मुख्य पत्रावली का खोलें'],
      `${part.id}/volumes`,
    );
  });

  it('waits for the posts that are consulted', async () => {
    await act('clerk', `${file}/forward`, onward());
    const asking = {
      question: 'क्या व्यय अनुमन्य है?',
      posts: [{ postId: clerks.clerk.postId, dueOn: '2099-01-01' }],
    };
    expect((await act('officer', `${file}/consultations`, asking)).status).toBeLessThan(300);
    await refused('officer', 'opinions-awaited', ['withdraw the consultation', 'परामर्श वापस लें']);
  });

  it('is opened for good: the one before stays closed', async () => {
    await act('clerk', `${file}/forward`, onward());
    const { number } = await opened('officer');
    const way = [`continued in ${number}`, `${number} में जारी है`];
    await refused('officer', 'volume-continued', way, `${file}/reopen`);
  });
});
