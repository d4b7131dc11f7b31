import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MakeSignInLink } from '@patravali/identity';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { PDFDocument } from 'pdf-lib';
import ts from 'typescript';
import { describeApi } from '../../../apps/api/src/openapi/describe-api';
import { useApi } from '../../support/http/api';
import { SMALL_OFFICE } from '../../support/office/small-office';

const STRANGER = join(__dirname, 'stranger.ts');
const PASSWORD = 'a pass phrase of my own';

describe('a client that strangers make of the description', () => {
  const api = useApi({ holds: 'nothing' });
  beforeAll(async () => {
    const posts = SMALL_OFFICE.posts.map((post) =>
      post.marking === 'SO(EST)' ? { ...post, roles: ['officer' as const, 'dealing_hand' as const] } : post,
    );
    await api().office.load({ ...SMALL_OFFICE, posts });
    const { token } = await api().office.get(MakeSignInLink).execute('asha');
    await api().ask('post', '/api/v1/session/link', { body: { token, newPassword: PASSWORD } });
    await api().app.listen(0, '127.0.0.1');
  }, 120_000);

  it('is compiled against the types that openapi-typescript makes of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'patravali-types-'));
    try {
      const types = join(folder, 'types.d.ts');
      await writeFile(types, await typesOfTheDescription());
      expect(complaintsAbout(STRANGER, types)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);

  it('registers a letter, puts it in a file, writes a note, forwards it, and is told why it cannot do so twice', async () => {
    const { journey } = (await import(STRANGER)) as { journey: (given: object) => Promise<unknown> };
    const { port } = api().app.getHttpServer().address() as AddressInfo;
    const given = {
      baseUrl: `http://127.0.0.1:${port}`,
      username: 'asha',
      password: PASSWORD,
      letter: new Blob([await aPdf()]),
      receivedOn: '2026-01-05',
      to: 'HEAD',
    };
    const numbered = expect.stringMatching(/^A-11011\/1\/\d{4}-Estt$/) as string;
    expect(await journey(given)).toEqual({ file: numbered, refused: 'file-moved' });
  }, 60_000);
});

async function aPdf(): Promise<ArrayBuffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  return new Uint8Array(await pdf.save()).buffer;
}

async function typesOfTheDescription(): Promise<string> {
  const description = JSON.parse(JSON.stringify(describeApi({ secure: true }))) as OpenAPI3;
  const bytes = ts.factory.createTypeReferenceNode('Blob');
  const types = await openapiTypes(description, {
    // What has a default may be left out of a request.
    defaultNonNullable: false,
    transform: ({ format }) => (format === 'binary' ? bytes : undefined),
  });
  return astToString(types);
}

function complaintsAbout(program: string, types: string): string[] {
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    paths: { 'types-of-the-description': [types] },
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram([program], options))
    .map(({ messageText, start }) => `${start}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
}
