import type { Answer } from '@patravali/contract';
import { useApi } from '../../support/http/api';

const FILES = 12;

describe('a long answer', () => {
  const api = useApi({ holds: 'section' });
  let url: string;
  let headers: Record<string, string>;
  beforeAll(async () => {
    const aso = api().office.at('ASO');
    for (let file = 0; file < FILES; file++) await api().office.newFile(aso);
    await api().app.listen(0, '127.0.0.1');
    url = `${await api().app.getUrl()}/api/v1`;
    headers = { authorization: `Bearer ${await api().token(aso)}`, 'x-acting-post': aso.postId };
  });

  async function asked(path: string, accepted: string) {
    const answer = await fetch(url + path, { headers: { ...headers, 'accept-encoding': accepted } });
    const { status } = answer;
    const [encoding, vary, length] = ['content-encoding', 'vary', 'content-length'].map((name) =>
      answer.headers.get(name),
    );
    return { status, encoding, vary, length: Number(length), body: await answer.json() };
  }

  it('travels compressed to whoever takes it so, and says the same', async () => {
    const plain = await asked('/desk/inbox', 'identity');
    expect(plain).toMatchObject({ status: 200, encoding: null });
    expect((plain.body as Answer<'listInbox'>).items).toHaveLength(FILES);
    const ways = { 'gzip, deflate, br': 'br', 'gzip, deflate': 'gzip', 'br;q=0, gzip;q=0.5': 'gzip' };
    for (const [accepted, encoding] of Object.entries(ways)) {
      const compressed = await asked('/desk/inbox', accepted);
      expect(compressed).toMatchObject({ status: 200, encoding, vary: 'accept-encoding', body: plain.body });
      expect(compressed.length).toBeLessThan(plain.length / 3);
    }
    expect(await asked('/desk/inbox', 'deflate, brotli, xgzip, gzip;q=0')).toMatchObject({ encoding: null });
  });

  it('is compressed alone: a short one is not', async () => {
    expect(await asked('/desk', 'gzip, br')).toMatchObject({ status: 200, encoding: null, vary: null });
  });
});
