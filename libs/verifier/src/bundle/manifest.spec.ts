import { aBundle, type BundleFiles, zipOfFiles } from '../../test/a-bundle';
import { makeKey, NONE, uuid } from '../../test/a-log';
import { Wrong } from '../primitives/wrong';
import { verifyBundle } from './verify-bundle';
import { zipContainer } from './zip';

const first = makeKey();

async function wrongIn(files: BundleFiles): Promise<unknown> {
  const answer = verifyBundle(zipContainer(zipOfFiles(files)), { witnesses: [] });
  const wrong: unknown = await answer.catch((error: unknown) => error);
  return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
}

const text = (files: BundleFiles, path: string) => files.get(path)?.toString() ?? '';
const put = (files: BundleFiles, path: string, content: string) => files.set(path, Buffer.from(content));

describe('the manifest of a bundle', () => {
  it.each([
    '',
    'x',
    'null',
    '[]',
    '{}',
    JSON.stringify({ format: 'patravali bundle 2', log: first.vkey, files: [] }),
    ...['x', undefined, 5, [first.vkey]].map((log) => JSON.stringify({ format: 'patravali bundle 1', log, files: [] })),
    ...[undefined, [], {}, [uuid(1), uuid(1)], [`${uuid(1)}0`], [1]].map((lost) =>
      JSON.stringify({ format: 'patravali bundle 3', log: first.vkey, files: [], lost }),
    ),
    JSON.stringify({ format: 'patravali bundle 3', log: first.vkey, files: [], lost: [uuid(1)], leftOut: {} }),
    JSON.stringify({ format: 'patravali bundle 4', log: first.vkey, files: [], lost: [uuid(1)] }),
    JSON.stringify({ format: 'patravali bundle 1', log: makeKey('witness', 4).vkey, files: [] }),
    JSON.stringify({ format: 'patravali bundle 1', log: first.vkey, files: {} }),
    ...[
      { path: '../x', sha256: NONE, bytes: 1 },
      { path: 'x', sha256: 'x', bytes: 1 },
      { path: 'x', sha256: NONE },
      { path: 'x', sha256: `${NONE}0`, bytes: 1 },
      { path: 'x', sha256: `0${NONE}`, bytes: 1 },
      { path: 'x', sha256: NONE, bytes: 1.5 },
      { path: 5, sha256: NONE, bytes: 1 },
      { path: 'x', sha256: [NONE], bytes: 1 },
      null,
    ].flatMap((file) =>
      [[file], [{ path: 'x', sha256: NONE, bytes: 1 }, file]].map((files) =>
        JSON.stringify({ format: 'patravali bundle 1', log: first.vkey, files }),
      ),
    ),
  ])('that is none is refused: %#', async (manifest) => {
    const files = aBundle([first]);
    put(files, 'manifest.json', manifest);
    expect(await wrongIn(files)).toEqual({ code: 'manifest-unreadable' });
  });

  it('that names a file twice is refused', async () => {
    const files = aBundle([first]);
    const manifest = JSON.parse(text(files, 'manifest.json')) as { files: unknown[] };
    manifest.files.push(manifest.files[0]);
    put(files, 'manifest.json', JSON.stringify(manifest));
    expect(await wrongIn(files)).toEqual({ code: 'manifest-unreadable' });
  });

  it('says how long each file is', async () => {
    const files = aBundle([first]);
    const manifest = JSON.parse(text(files, 'manifest.json')) as { files: { path: string; bytes: number }[] };
    const [listed] = manifest.files;
    if (listed) listed.bytes += 1;
    put(files, 'manifest.json', JSON.stringify(manifest));
    expect(await wrongIn(files)).toEqual({ code: 'file-changed', path: listed?.path });
  });
});
