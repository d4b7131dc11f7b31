import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import type { Actor } from '@patravali/authorization';
import { UploadDocument } from '@patravali/documents';
import { ACTIVE_PDFS } from '../../support/papers/active-pdfs';
import { useApi } from '../../support/http/api';
import { appointClerks } from '../../support/http/clerks';
import { HOSTILE_PDFS } from '../../support/papers/hostile-pdfs';

const MIB = 1024 * 1024;
/** One of each kind: loops, promises that are not kept, depth, bombs, images, forms, what acts, what is two things at once. */
const OF_EACH_KIND: readonly string[] = [
  'a page tree whose node is its own child',
  'a page tree that goes in a circle',
  'a page tree 20,000 nodes deep',
  'a count of two thousand million pages',
  '6,000 pages',
  'arrays 200,000 deep',
  'text of brackets a million deep',
  'a cross-reference table that comes before itself',
  'a file cut in half',
  'a table that points outside the file',
  'a length that refers to itself',
  'an object stream that extends itself',
  'a page of 400 MiB out of 400 KiB',
  'a cross-reference stream of impossible widths',
  'an image of 60,000 by 60,000',
  'JPEG 2000 that is none',
  'JBIG2 with globals that are the image',
  'garbage after the mark',
  'a script in an encrypted document',
  'a program to start',
  'a file inside',
  'an XFA form',
  'a web page before it',
];

describe('an office under hostile PDFs', () => {
  const api = useApi();
  let by: Actor;
  beforeAll(async () => void (by = (await appointClerks(api())).clerk));

  it('refuses or labels each, answers others meanwhile, and keeps its memory', async () => {
    const uploads = api().office.get(UploadDocument);
    const bytesOf = async (name: string) =>
      Buffer.from((await ACTIVE_PDFS[name]?.bytes()) ?? HOSTILE_PDFS[name]?.() ?? []);
    // Made before memory is looked at: making a bomb takes more of it than the bomb may.
    const made = new Map<string, Buffer>();
    for (const name of OF_EACH_KIND) made.set(name, await bytesOf(name));
    const upload = async (name: string) => {
      const body = Readable.from([made.get(name) ?? Buffer.from('%PDF-')]);
      return await uploads.execute(by, { body, fileName: 'a.pdf' }).then(
        ({ active }) => (active ?? ['unknown']).join() || 'taken',
        (error: unknown) => (error as { code?: string }).code,
      );
    };
    await upload('only the mark');

    const before = process.memoryUsage().rss;
    let mostMemory = before;
    const said = new Map<string, string | undefined>();
    let answered = 0;
    const attack = (async () => {
      for (const name of OF_EACH_KIND) said.set(name, await upload(name));
    })();
    while (said.size < OF_EACH_KIND.length) {
      expect((await api().as(by, 'get', '/desk')).status).toBe(200);
      answered += 1;
      mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
      // Seldom enough that the memory which answers leave behind is not what is measured.
      await pause(150);
    }
    await attack;

    const known =
      /^(pdf-broken|pdf-hostile|pdf-too-complex|too-large|taken|polyglot|javascript|launch|attachment|xfa)$/;
    expect([...said].filter(([, what]) => !known.test(what ?? ''))).toEqual([]);
    expect([...said.values()]).toEqual(expect.arrayContaining(['javascript', 'launch', 'attachment', 'xfa']));
    expect(mostMemory - before).toBeLessThan(64 * MIB);
    expect(answered).toBeGreaterThan(5);
  }, 120_000);
});
