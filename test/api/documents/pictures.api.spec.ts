import { DocumentView } from '@patravali/contract';
import { useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { aForm, BOUNDARY, jpeg, PIXEL, png } from '../../support/pictures/pictures';

describe('pictures of a letter over HTTP', () => {
  const api = useApi({ config: { maxUploadBytes: 1_000_000 } });
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });
  const upload = (body: Buffer, headers: Record<string, string> = {}) =>
    api().as(clerks.clerk, 'post', `/documents/pictures?fileName=${encodeURIComponent('पत्र.pdf')}`, {
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
      raw: body,
    });
  const documents = () => api().office.rows('SELECT id FROM document ORDER BY id');

  it('become one document in their order, of which each is downloaded as it came', async () => {
    const scan = png(300, 400);
    const form = aForm(['पृष्ठ १.jpg', PIXEL], ['पृष्ठ २.png', scan]);
    const first = await upload(form, { 'idempotency-key': 'pictures-1' });
    expect(first.status).toBe(201);
    expect((await upload(form, { 'idempotency-key': 'pictures-1' })).body).toEqual(first.body);
    const { id, pages, fromPictures, fileName } = DocumentView.parse(first.body);
    expect([pages, fromPictures, fileName]).toEqual([2, true, 'पत्र.pdf']);
    const path = `/documents/${id}/pictures/2`;
    const picture = await api().as(clerks.clerk, 'get', path);
    expect(picture.status).toBe(200);
    expect(picture.body).toEqual(scan);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E0%A4%AA.*\.png$/) as string,
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'x-content-type-options': 'nosniff',
    });
    const known = { headers: { 'if-none-match': String(picture.headers.etag) } };
    expect((await api().as(clerks.clerk, 'get', path, known)).status).toBe(304);
    expect((await api().as(clerks.stranger, 'get', path)).status).toBe(404);
    expect((await api().as(clerks.clerk, 'get', `/documents/${id}/pictures/3`)).status).toBe(404);
  });

  it.each([
    ['a page of HTML', () => aForm(['a.png', Buffer.from('<html>')]), 415, 'not-picture'],
    ['nothing at all', () => aForm(), 415, 'not-picture'],
    [
      'a JPEG that was cut',
      () => aForm(['a.jpg', PIXEL], ['b.jpg', jpeg(9, 9).subarray(0, -2)]),
      422,
      'picture-broken',
    ],
    [
      'more than 200',
      () => aForm(...Array.from({ length: 201 }, () => ['a.jpg', PIXEL] as const)),
      422,
      'too-many-pictures',
    ],
    [
      'a thousand',
      () => aForm(...Array.from({ length: 1000 }, () => ['a.jpg', PIXEL] as const)),
      422,
      'too-many-pictures',
    ],
    ['too much', () => aForm(['a.jpg', PIXEL], ['b.jpg', Buffer.alloc(1_000_000)]), 413, 'too-large'],
    ['far too much', () => aForm(['a.jpg', Buffer.alloc(1_900_000)]), 413, 'too-large'],
    ['a form that ends too early', () => aForm(['a.jpg', PIXEL]).subarray(0, -20), 422, 'upload-truncated'],
  ])('are refused when they are %s, and nothing is kept', async (_, form, status, code) => {
    const before = await documents();
    const answer = await upload(form());
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([status, code]);
    expect(await documents()).toEqual(before);
  });

  it('are refused when they come as something else than a form', async () => {
    for (const type of ['application/json', 'application/pdf', 'image/jpeg', 'multipart/form-data']) {
      const { status, body } = await upload(Buffer.from('{}'), { 'content-type': type });
      expect([type, status, (body as { code: string }).code]).toEqual([type, 415, 'not-picture']);
    }
  });
});
