import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runs } from '../../../../test/support/run/runs';
import { aBundle, type BundleFiles, DOCUMENT, list, writeBundle, zipOfFiles } from '../../test/a-bundle';
import {
  checkpointText,
  cosignature,
  entryText,
  keyEntryText,
  type LogKey,
  makeKey,
  NONE,
  proofText,
  sha256,
  signedNote,
  uuid,
} from '../../test/a-log';
import { keyOf } from '../../test/key-of';
import { anEvent, formOf } from '../../test/an-event';
import { naiveRoot } from '../../test/naive-tree';
import { Wrong } from '../primitives/wrong';
import { folderContainer } from './folder-container';
import { type BundleQuestion, verifyBundle } from './verify-bundle';
import { zipContainer } from './zip';

const [first, second, third] = [makeKey(), makeKey(), makeKey()];
const FILE = `events/file-${uuid(0xf1)}`;

const ask = (files: BundleFiles, question: Partial<BundleQuestion> = {}) =>
  verifyBundle(zipContainer(zipOfFiles(files)), { witnesses: [], ...question });

async function wrongOf(answer: Promise<unknown>): Promise<unknown> {
  const wrong: unknown = await answer.catch((error: unknown) => error);
  return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
}

/** What is found after a change of which the manifest knows. */
function wrongAfter(change: (files: BundleFiles) => void, question: Partial<BundleQuestion> = {}): Promise<unknown> {
  const files = aBundle([first, second]);
  change(files);
  list(files, first.vkey);
  return wrongOf(ask(files, question));
}

const text = (files: BundleFiles, path: string) => files.get(path)?.toString() ?? '';
const put = (files: BundleFiles, path: string, content: string | Buffer) => files.set(path, Buffer.from(content));

describe('a bundle as it should be', () => {
  const RIGHT = {
    subjects: 2,
    events: 4,
    chainedAfterwards: 2,
    documents: 1,
    contentsAbsent: 1,
    others: ['index.html'],
    compared: { rows: 0, rowsAbsent: 0, namesAbsent: 2, eventsWithoutRows: 4, eventsWithRowsLeftOut: 0 },
    made: [],
  };

  it('is right, deflated, stored or in a folder', async () => {
    const files = aBundle([first]);
    const expected = { ...RIGHT, keyChanges: 0, size: 9, firstKey: { text: first.vkey }, otherSigners: [] };
    expect(await ask(files)).toMatchObject(expected);
    expect(await verifyBundle(zipContainer(zipOfFiles(files, 0)), { witnesses: [] })).toMatchObject(expected);
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    writeBundle(folder, files);
    expect(await verifyBundle(await folderContainer(folder), { witnesses: [] })).toMatchObject(expected);
    symlinkSync('/etc/passwd', join(folder, 'link'));
    expect(await wrongOf(folderContainer(folder))).toEqual({ code: 'file-unexpected', path: 'link' });
    rmSync(folder, { recursive: true });
  });

  it('says when the first of its events happened and when the last, and which event names a document', async () => {
    const days = ['2026-11-28', '2026-11-27', '2026-11-30', '2026-11-29'].map((day) => `${day}T09:30:00.000000Z`);
    const answer = await ask(aBundle([first], days));
    expect(answer).toMatchObject({ from: days[1], until: days[2] });
    expect(answer.proven).toEqual([
      {
        path: `documents/${sha256(DOCUMENT).toString('hex')}.pdf`,
        event: { name: 'file.returned', at: days[1] },
      },
    ]);
  });

  it('follows the changes of the key', async () => {
    expect(await ask(aBundle([first, second]), { key: keyOf(first) })).toMatchObject({ ...RIGHT, keyChanges: 1 });
    expect(await ask(aBundle([first, second, third]))).toMatchObject({ ...RIGHT, keyChanges: 2, size: 11 });
  });

  it('stays right when the key changes afterwards', async () => {
    const made = aBundle([first]);
    expect(await ask(made, { key: keyOf(first) })).toMatchObject(RIGHT);
    expect(await wrongOf(ask(made, { key: keyOf(second) }))).toEqual({
      code: 'checkpoint-unsigned',
      key: second.vkey,
    });
  });

  it('may bear the signatures of witnesses', async () => {
    const witness = makeKey('witness.example', 4);
    const witnesses = [keyOf(witness)];
    const cosign = (files: BundleFiles) => {
      for (const [path, bytes] of files) {
        if (!path.endsWith('.tlog-proof')) continue;
        const note = bytes.toString().slice(bytes.indexOf('\n\n') + 2);
        put(files, path, `${bytes.toString()}${cosignature(witness, note.slice(0, note.indexOf('\n\n') + 1), 5)}`);
      }
    };
    expect(await wrongAfter(cosign, { witnesses })).toMatchObject({ events: 4, otherSigners: [] });
    expect(await wrongAfter(cosign)).toMatchObject({ events: 4, otherSigners: ['witness.example'] });
    expect(await wrongAfter(() => undefined, { witnesses })).toEqual({
      code: 'cosignature-missing',
      key: witness.vkey,
    });
  });
});

describe('of a bundle that was changed', () => {
  it('every byte counts', async () => {
    const files = aBundle([first, second, third]);
    const paths = [...files.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(paths.length - 1),
        fc.nat(5_000),
        fc.integer({ min: 1, max: 255 }),
        async (of, at, bits) => {
          const path = paths[of] ?? '';
          const changed = new Map(files);
          const bytes = Buffer.from(files.get(path) ?? '');
          const place = at % bytes.length;
          bytes[place] = (bytes[place] ?? 0) ^ bits;
          changed.set(path, bytes);
          expect(await wrongOf(ask(changed, { key: keyOf(first) }))).toHaveProperty('code');
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('every byte of what is proven counts, also when the manifest knows of the change', async () => {
    const paths = [...aBundle([first, second]).keys()].filter((path) => /^[edkp]\w+\//.test(path));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(paths.length - 1),
        fc.nat(5_000),
        fc.integer({ min: 1, max: 255 }),
        async (of, at, bits) => {
          const found = await wrongAfter((files) => {
            const bytes = files.get(paths[of] ?? '') ?? Buffer.alloc(0);
            bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ bits;
          });
          expect(found).toHaveProperty('code');
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('a file that is not as listed, missing or unlisted is named', async () => {
    const change = (how: (files: BundleFiles) => unknown) => {
      const files = aBundle([first]);
      how(files);
      return wrongOf(ask(files));
    };
    expect(await change((files) => put(files, 'index.html', 'x'))).toEqual({
      code: 'file-changed',
      path: 'index.html',
    });
    expect(await change((files) => files.delete('index.html'))).toEqual({ code: 'file-missing', path: 'index.html' });
    expect(await change((files) => put(files, 'more.pdf', 'x'))).toEqual({ code: 'file-unlisted', path: 'more.pdf' });
    expect(await change((files) => files.delete('manifest.json'))).toEqual({ code: 'manifest-missing' });
  });

  it('an event that is gone, misplaced, no event or not following is named', async () => {
    const path = (sequence: number) => `${FILE}/00000${sequence}.event`;
    expect(await wrongAfter((files) => files.delete(path(2)))).toEqual({ code: 'event-gap', path: path(2) });
    expect(await wrongAfter((files) => put(files, path(2), text(files, path(3))))).toEqual({
      code: 'event-misplaced',
      path: path(2),
    });
    expect(await wrongAfter((files) => put(files, path(3), 'x'))).toEqual({ code: 'event-unreadable', path: path(3) });
    const other = (subject: string, previous = NONE) => formOf(anEvent({ subject, id: uuid(0xa0), previous }));
    expect(await wrongAfter((files) => put(files, path(1), other(`file ${uuid(0xf3)}`)))).toEqual({
      code: 'event-misplaced',
      path: path(1),
    });
    expect(await wrongAfter((files) => put(files, path(1), other(`file ${uuid(0xf1)}`, 'a'.repeat(64))))).toEqual({
      code: 'chain-broken',
      index: path(1),
      subject: `file ${uuid(0xf1)}`,
      sequence: 1,
    });
    expect(
      await wrongAfter((files) => {
        for (const found of files.keys()) if (found.startsWith('events/')) files.delete(found);
      }),
    ).toEqual({ code: 'events-missing' });
  });

  it('the last events of a subject cannot be left out', async () => {
    expect(await wrongAfter((files) => files.delete(`${FILE}/000003.event`))).toEqual({
      code: 'file-unexpected',
      path: `entries/${uuid(0xa2)}.entry`,
    });
  });

  it('an event that was written anew is not in the log', async () => {
    const path = `${FILE}/000003.event`;
    const rewrite = (files: BundleFiles) => {
      const form = text(files, path).replace('28T09', '28T08');
      put(files, path, form);
      return form;
    };
    const entry = `entries/${uuid(0xa2)}.entry`;
    const proof = `proofs/${uuid(0xa2)}.tlog-proof`;
    expect(await wrongAfter(rewrite)).toEqual({ code: 'entry-of-other-event', path: entry });
    const rewriteEntry = (files: BundleFiles) => {
      const hash = sha256(rewrite(files)).toString('hex');
      put(files, entry, text(files, entry).replace(/\nhash .*/, `\nhash ${hash}`));
    };
    expect(await wrongAfter(rewriteEntry)).toEqual({ code: 'proof-wrong', path: proof });
  });

  it('what proves an event must be there and be right', async () => {
    const [entry, proof] = [`entries/${uuid(0xa1)}.entry`, `proofs/${uuid(0xa1)}.tlog-proof`];
    expect(await wrongAfter((files) => files.delete(entry))).toEqual({ code: 'file-missing', path: entry });
    expect(await wrongAfter((files) => files.delete(proof))).toEqual({ code: 'file-missing', path: proof });
    expect(await wrongAfter((files) => put(files, proof, 'x'))).toEqual({ code: 'proof-unreadable', path: proof });
    const other = `proofs/${uuid(0xa0)}.tlog-proof`;
    expect(await wrongAfter((files) => put(files, proof, text(files, other)))).toEqual({
      code: 'proof-wrong',
      path: proof,
    });
    const cut = (files: BundleFiles) => put(files, proof, text(files, proof).replace(/\n\u2014.*/, ''));
    expect(await wrongAfter(cut)).toEqual({ code: 'checkpoint-unreadable', path: proof });
  });

  /** A log of one entry that somebody made for this proof. */
  const forged = (entry: string, key: LogKey, origin?: string) => {
    const root = sha256(Buffer.concat([Buffer.of(0), Buffer.from(entry)]));
    return `c2sp.org/tlog-proof@v1\nindex 0\n\n${signedNote(checkpointText(1, root, origin), key)}`;
  };

  it('a checkpoint of another key or another log proves nothing', async () => {
    const [entry, proof] = [`entries/${uuid(0xa0)}.entry`, `proofs/${uuid(0xa0)}.tlog-proof`];
    const forge = (key: LogKey, origin?: string) => (files: BundleFiles) =>
      put(files, proof, forged(text(files, entry), key, origin));
    expect(await wrongAfter(forge(third))).toEqual({ code: 'checkpoint-unsigned', key: first.vkey });
    expect(await wrongAfter(forge(first, 'a/log'))).toEqual({
      code: 'checkpoint-of-other-log',
      origin: 'a/log',
      expected: first.name,
    });
    // Who has the key can sign two logs; he cannot have one place hold two entries.
    expect(
      await wrongAfter((files) => {
        forge(first)(files);
        put(files, `proofs/${uuid(0xa1)}.tlog-proof`, forged(text(files, `entries/${uuid(0xa1)}.entry`), first));
      }),
    ).toEqual({ code: 'checkpoint-contradicts', path: `proofs/${uuid(0xa1)}.tlog-proof` });
  });

  it('one place of the log holds one entry, also in checkpoints of two sizes', async () => {
    const [one, other] = [`proofs/${uuid(0xa0)}.tlog-proof`, `proofs/${uuid(0xa1)}.tlog-proof`];
    const found = await wrongAfter((files) => {
      put(files, one, forged(text(files, `entries/${uuid(0xa0)}.entry`), first));
      const entries = [Buffer.from(text(files, `entries/${uuid(0xa1)}.entry`)), Buffer.from('another')];
      put(files, other, proofText(0, entries, signedNote(checkpointText(2, naiveRoot(entries)), first)));
    });
    expect(found).toEqual({ code: 'checkpoint-contradicts', path: other });
  });

  it('a change of key that the key before did not sign is refused', async () => {
    const change = (entry: string) => (files: BundleFiles) => put(files, 'keys/1.entry', entry);
    expect(await wrongAfter(change(keyEntryText(third, third)))).toEqual({
      code: 'key-unsigned',
      index: 'keys/1.entry',
    });
    expect(await wrongAfter(change('x'))).toEqual({ code: 'file-unexpected', path: 'keys/1.entry' });
    expect(await wrongAfter(change(keyEntryText(first, third)))).toEqual({
      code: 'checkpoint-unsigned',
      key: third.vkey,
    });
    const proof = 'keys/1.tlog-proof';
    expect(await wrongAfter((files) => files.delete(proof))).toEqual({ code: 'file-missing', path: proof });
    const again = (files: BundleFiles) => {
      put(files, 'keys/2.entry', keyEntryText(second, third));
      put(files, 'keys/2.tlog-proof', text(files, proof));
    };
    expect(await wrongAfter(again)).toEqual({ code: 'keys-disordered', path: 'keys/2.entry' });
    expect(await wrongAfter((files) => put(files, 'keys/3.entry', 'x'))).toEqual({
      code: 'file-unexpected',
      path: 'keys/3.entry',
    });
  });

  it('a document is the one that an event names', async () => {
    const hash = sha256(DOCUMENT).toString('hex');
    expect(await wrongAfter((files) => put(files, `documents/${hash}.pdf`, 'x'))).toEqual({
      code: 'document-misnamed',
      path: `documents/${hash}.pdf`,
    });
    const other = `documents/${sha256('x').toString('hex')}.pdf`;
    expect(await wrongAfter((files) => put(files, other, 'x'))).toEqual({ code: 'document-of-no-event', path: other });
    expect(await wrongAfter((files) => put(files, 'documents/x.pdf', 'x'))).toEqual({
      code: 'document-misnamed',
      path: 'documents/x.pdf',
    });
  });

  it('nothing unproven lies among what is proven', async () => {
    const entry = entryText({ id: uuid(1), subject: `file ${uuid(1)}`, sequence: 1, previous: NONE, hash: NONE });
    const event = `${FILE}/000001.event`;
    for (const path of ['events/x', `${event}s`, 'proofs/x', `entries/${uuid(1)}.entry`, 'keys/x']) {
      expect(await wrongAfter((files) => put(files, path, entry))).toEqual({ code: 'file-unexpected', path });
    }
    expect(await wrongAfter((files) => put(files, `more/${event}`, entry))).toMatchObject({
      events: 4,
      others: ['index.html', `more/${event}`],
    });
  });
});
