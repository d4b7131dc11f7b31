/**
 * A program by which one person of a demo office asks without pause for whatever costs the office much, until it is told to end. Its last
 * line is JSON: how often what was answered how.
 *
 *     node run-source.cjs attacker.ts http://127.0.0.1:3000 imran
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { FileCreated, NumberHead, Page, Session } from '@patravali/contract';
import { aLetter } from '../http/clerks';
import { aRawPdf } from '../papers/hostile-pdfs';

/** So many of each kind are under way at any moment. */
const AT_ONCE = 6;
/** Deeper than any answer of eSign, and within what the office takes. */
const DEEP = '<a>'.repeat(3_000);

type Tally = Record<string, Record<string, number>>;

// Behind the program that runs it from its source, and its own name.
void attack(process.argv[3] ?? '', process.argv[4] ?? '');

async function attack(url: string, username: string): Promise<void> {
  const api = `${url}/api/v1`;
  const headers = await signIn(api, username);
  const json = { ...headers, 'content-type': 'application/json' };
  const post = (path: string, body: object) =>
    fetch(api + path, {
      method: 'POST',
      headers: { ...json, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
  const heads = (await (await fetch(`${api}/number-heads`, { headers })).json()) as Page<NumberHead>;
  const cover = { headId: heads.items[0]?.id, subject: 'बाढ़' };
  const { id: file } = (await (await post('/files', cover)).json()) as FileCreated;
  const posts = (await (await fetch(`${api}/posts?limit=200`, { headers })).json()) as Page<{
    id: string;
    level: number;
  }>;
  const officer = posts.items.find(({ level }) => level === 1)?.id ?? '';
  const get = (path: string) => fetch(api + path, { headers });
  const anybody = (path: string, body: string) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body });
  const upload = () =>
    fetch(`${api}/documents`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/pdf', 'idempotency-key': randomUUID() },
      body: new Uint8Array(aPdf()),
    });
  const floods: Readonly<Record<string, () => Promise<Response>>> = {
    keys: () => post('/signing-keys/token', { certificates: randomBytes(30_000).toString('base64') }),
    uploads: upload,
    previews: () => post(`/files/${file}/draft-preview`, { content: { ...aLetter(officer), subject: randomUUID() } }),
    esign: () => anybody(`/esign/${randomUUID()}`, `eSignResponse=${encodeURIComponent(DEEP)}`),
    sheets: () => get(`/files/${file}/note-sheet.pdf`),
    'whole files': () => get(`/files/${file}/whole-file.pdf`),
    'asked PDFs': () => post(`/files/${file}/pdfs`, {}),
  };
  const tally: Tally = {};
  process.on('SIGTERM', () => {
    process.stdout.write(`${JSON.stringify(tally)}\n`, () => process.exit());
  });
  process.stdout.write('begun\n');
  await Promise.all(
    Object.entries(floods).flatMap(([name, flood]) => {
      const answers = (tally[name] = {});
      return Array.from({ length: AT_ONCE }, () => floodForEver(flood, answers));
    }),
  );
}

async function floodForEver(flood: () => Promise<Response>, answers: Record<string, number>): Promise<never> {
  for (;;) {
    const answer = await flood()
      .then(async (response) => {
        await response.arrayBuffer();
        return String(response.status);
      })
      .catch((error: unknown) => String((error as { cause?: { code?: string } }).cause?.code ?? error));
    answers[answer] = (answers[answer] ?? 0) + 1;
  }
}

async function signIn(api: string, username: string) {
  const response = await fetch(`${api}/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  });
  const { posts } = (await response.json()) as Session;
  const token = /patravali_session=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
  return { authorization: `Bearer ${token}`, 'x-acting-post': posts[0]?.id ?? '', 'accept-language': 'en' };
}

/** Another each time. */
function aPdf(): Buffer {
  return aRawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Own (${randomUUID()}) >>`,
  ]);
}
