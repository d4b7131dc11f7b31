import { aBundleWithRows, AFTER, BUNDLED, WHOLE_FILE, type WithRows } from '../../test/a-bundle-with-rows';
import { aBundle, type BundleFiles, list } from '../../test/a-bundle';
import { makeKey, sha256 } from '../../test/a-log';
import { foundIn } from '../../test/found-in';
import { sentence } from './words/sentence';

const key = makeKey();
const FALSE = Buffer.from('%PDF-1.7 what never was');
const hex = (bytes: Uint8Array) => sha256(bytes).toString('hex');
const PATH = 'whole-file.pdf';

const written = (options: WithRows) => foundIn(aBundleWithRows(key, options));
const changed = (change: (files: BundleFiles) => void) => foundIn(aBundleWithRows(key, {}, change));

describe('the PDF that an office has made for a bundle', () => {
  it('is the one that it has named in an event, and the events after it are counted', async () => {
    expect(await written({})).toMatchObject({
      made: [{ path: PATH, sha256: hex(WHOLE_FILE), event: { name: 'file.bundled' }, later: 1 }],
      others: ['index.html'],
      contentsAbsent: 0,
    });
  });

  it('is found wrong when another lies in its place, though the list of the bundle knows of that', async () => {
    const wrong = { code: 'pdf-of-no-event', path: PATH };
    expect(await changed((files) => files.set(PATH, FALSE))).toEqual(wrong);
    const told = sentence('pdf-of-no-event', wrong);
    expect(told.hi).toMatch(/यह वह PDF नहीं है जो कार्यालय ने बनाई.*: whole-file\.pdf।$/);
    expect(told.en).toMatch(/^This is not the PDF that the office has made.*: whole-file\.pdf\.$/);
    // Under another name, beside it, or among several files.
    for (const path of ['more.pdf', 'whole-files/7.pdf', 'certificate-hi.pdf.pdf', 'more/letters/1.pdf']) {
      expect(await changed((files) => files.set(path, FALSE))).toEqual({ code: 'pdf-of-no-event', path });
      expect(await changed((files) => files.set(path, WHOLE_FILE))).toEqual({ code: 'pdf-of-no-event', path });
    }
  });

  it('is named by its place too, in an event of that name', async () => {
    const wrong = { code: 'pdf-of-no-event', path: PATH };
    const others = [
      { data: '{"path": "whole-files/7.pdf"}' },
      { data: '{"path": 7}' },
      { data: '{}' },
      { data: '{' },
      { data: 'null' },
      { name: 'file.returned' },
      { content: hex(FALSE) },
      { content: undefined },
    ];
    for (const event of others) expect(await written({ events: { [BUNDLED]: event } })).toEqual(wrong);
  });

  it('is the one of the last event that names it', async () => {
    const again = { name: 'file.bundled', content: hex(WHOLE_FILE), data: '{"path": "whole-file.pdf"}' };
    const at = '2026-11-28T09:31:00.000000Z';
    expect(await written({ events: { [AFTER]: { ...again, at } } })).toMatchObject({
      made: [{ event: { at }, later: 0 }],
    });
    // One that another bundle holds is among the contents that are not here.
    expect(await written({ events: { [AFTER]: { ...again, content: hex(FALSE) } } })).toMatchObject({
      made: [{ later: 1 }],
      contentsAbsent: 1,
    });
  });

  it('may be missing; what a person signs, and letters from before, no event names', async () => {
    expect(await changed((files) => files.delete(PATH))).toMatchObject({ made: [], contentsAbsent: 1 });
    const paths = ['certificate-en.pdf', 'certificate-hi.pdf', 'letters/1.pdf'];
    expect(await changed((files) => paths.forEach((path) => files.set(path, FALSE)))).toMatchObject({
      made: [{ path: PATH }],
      others: ['index.html', ...paths],
    });
  });

  it('was named by no event before events named rows', async () => {
    const files = aBundle([key]);
    files.set(PATH, FALSE);
    list(files, key.vkey);
    expect(await foundIn(files)).toMatchObject({ made: [], others: ['index.html', PATH] });
  });
});
