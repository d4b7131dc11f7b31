import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PutReceiptInFile } from '@patravali/correspondence';
import {
  CheckStore,
  DocumentBytes,
  type Lack,
  newSpoolPlace,
  spoolFolder,
  StoreGeneration,
  SweepObjects,
} from '@patravali/documents';
import { toSha256 } from '@patravali/storage';
import { DAMAGES, objectPath } from '../../../../../test/support/papers/damaged-object';
import { useOffice } from '../../../../../test/support/office/office';
import { documentActs } from '../../../../../test/support/acts/document-acts';

const office = useOffice({ holds: 'section' });
const { store, upload, read, pdf, diarise } = documentActs(office);

describe('sweeping the store', () => {
  const sweep = (more = {}) => office().get(SweepObjects).execute(more);
  const orphans = async (count: number) => {
    const stored = [];
    for (let nth = 0; nth < count; nth++) stored.push(await store().put({ bytes: Buffer.from(randomUUID()) }));
    await grow('objects', ...stored.map(({ sha256 }) => sha256));
    return stored;
  };
  /** Two days older. */
  async function grow(place: string, ...hashes: string[]): Promise<void> {
    const then = new Date(Date.now() - 48 * 3_600_000);
    for (const sha256 of hashes) await utimes(objectPath(office().config.dataFolder, sha256, place), then, then);
  }
  const generation = (by: number) =>
    office().rows(`ALTER TABLE store_generation DISABLE TRIGGER USER;
      UPDATE store_generation SET generation = generation + ${String(by)};
      ALTER TABLE store_generation ENABLE TRIGGER USER`);

  it('marks a store that it does not know, and touches nothing that night', async () => {
    const [orphan] = await orphans(1);
    expect(await sweep()).toEqual({ refused: 'unmarked' });
    expect(await store().size(toSha256(String(orphan?.sha256)))).toBe(36);
  });

  it('leaves what a document names and what is young, and sets the rest aside', async () => {
    const named = await upload(office().at('ASO'), await pdf(1));
    await grow('objects', named.sha256);
    const young = await store().put({ bytes: Buffer.from('nobody names me') });
    expect(await sweep()).toMatchObject({ unnamed: 1, setAside: 1 });
    expect(await store().size(toSha256(named.sha256))).toBe(named.size);
    expect(await store().size(young.sha256)).toBe(young.size);
  });

  it('does nothing for a database that is older than the store, until a person decides', async () => {
    const [orphan] = await orphans(1);
    await generation(-1);
    expect(await sweep()).toEqual({ refused: 'older-database' });
    // However often it is tried: an old database never catches up by itself.
    expect(await office().get(StoreGeneration).advance()).toBe('older-database');
    expect(await office().get(StoreGeneration).advance()).toBe('older-database');
    expect(await sweep()).toEqual({ refused: 'older-database' });
    expect(await store().hasSetAside(toSha256(String(orphan?.sha256)))).toBe(false);
    await office().get(StoreGeneration).acceptDatabase();
    expect(await sweep()).toMatchObject({ setAside: 1 });
  });

  it('does nothing for the database of another office', async () => {
    const marker = await store().readMarker();
    await store().writeMarker(JSON.stringify({ store: randomUUID(), generation: 0 }));
    expect(await sweep()).toEqual({ refused: 'other-office' });
    await store().writeMarker(String(marker?.text));
  });

  it('goes on with a database that is ahead of its store', async () => {
    await generation(5);
    expect(await sweep()).toMatchObject({ stopped: false });
  });

  it('does nothing when the clocks of the store and of the database tell different times', async () => {
    const writeMarker = store().writeMarker.bind(store());
    store().writeMarker = async (text) => {
      await writeMarker(text);
      const then = new Date(Date.now() + 10 * 365 * 86_400_000);
      await utimes(join(office().config.dataFolder, 'store-generation.json'), then, then);
    };
    expect(await sweep()).toEqual({ refused: 'clocks-differ' });
    store().writeMarker = writeMarker;
  });

  it('stops at a large share of the store, unless a person has looked', async () => {
    await orphans(21);
    expect(await sweep()).toMatchObject({ stopped: true, setAside: 0 });
    expect(await sweep({ whateverTheShare: true })).toMatchObject({ stopped: false, setAside: 21 });
  });

  it('deletes a document that nothing has used for a week, and sets its bytes aside', async () => {
    const clerk = office().at('ASO');
    const [unused, young, used] = [await pdf(1), await pdf(1), await pdf(1)];
    const [first, second, third] = [await upload(clerk, unused), await upload(clerk, young), await upload(clerk, used)];
    await diarise(clerk, third.id);
    await office().rows(`UPDATE document SET uploaded_at = uploaded_at - INTERVAL '8 days' WHERE id = ANY ($1)`, [
      [first.id, third.id],
    ]);
    await grow('objects', first.sha256, second.sha256, third.sha256);
    expect(await sweep()).toMatchObject({ setAside: 1 });
    await expect(read(clerk, first.id)).rejects.toMatchObject({ code: 'not-found' });
    for (const each of [second, third]) await expect(read(clerk, each.id)).resolves.toBeDefined();
    expect(await store().hasSetAside(toSha256(first.sha256))).toBe(true);
  });

  it('is all that the application may delete of documents', async () => {
    const clerk = office().at('ASO');
    const [young, used] = [await upload(clerk, await pdf(1)), await upload(clerk, await pdf(1))];
    await diarise(clerk, used.id);
    await office().rows(`UPDATE document SET uploaded_at = uploaded_at - INTERVAL '8 days' WHERE id = $1`, [used.id]);
    const deleting = (id: string) => office().manager.query('DELETE FROM document WHERE id = $1', [id]);
    await expect(deleting(young.id)).rejects.toThrow(/kept for a week/);
    await expect(deleting(used.id)).rejects.toThrow(/receipt_document/);
  });

  it('gives back what it has set aside although a document names it, when somebody reads that', async () => {
    const clerk = office().at('ASO');
    const document = await upload(clerk, await pdf(2));
    const bytes = { ...document, sha256: toSha256(document.sha256) };
    await store().setAside(bytes.sha256);
    expect(await office().get(DocumentBytes).whole(bytes)).toHaveLength(document.size);
    await store().setAside(bytes.sha256);
    const stream = await office().get(DocumentBytes).open(bytes);
    expect(await buffer(stream)).toHaveLength(document.size);
    expect(await store().size(bytes.sha256)).toBe(document.size);
  });
});

describe('checking the store', () => {
  const folder = () => office().config.dataFolder;

  async function checked(bringBack = false) {
    const lacks: Lack[] = [];
    const report = await office()
      .get(CheckStore)
      .execute({ bringBack, onLack: (lack) => lacks.push(lack) });
    return { report, lacks };
  }

  it('finds everything in order', async () => {
    const { report, lacks } = await checked();
    expect(lacks).toEqual([]);
    expect(report).toMatchObject({ missing: 0, damaged: 0, agreement: 'agreed' });
    expect(report.read).toBeGreaterThan(5);
  });

  it('names what is missing and damaged as a clerk knows it, and an upload of the same file mends it', async () => {
    const clerk = office().at('ASO');
    const bodies = [await pdf(1), await pdf(1), await pdf(1)] as const;
    const [gone, changed, short] = [
      await upload(clerk, bodies[0]),
      await upload(clerk, bodies[1]),
      await upload(clerk, bodies[2]),
    ];
    const receipt = await diarise(clerk, changed.id);
    const { fileId, number } = await office().newFile(clerk);
    await office().get(PutReceiptInFile).execute(clerk, receipt.id, { fileId, flag: null });
    await DAMAGES.missing(objectPath(folder(), gone.sha256));
    await DAMAGES.changed(objectPath(folder(), changed.sha256));
    await DAMAGES['cut short'](objectPath(folder(), short.sha256));
    const { report, lacks } = await checked();
    expect(report).toMatchObject({ missing: 1, damaged: 2 });
    const found = (sha256: string) => lacks.find((lack) => lack.sha256 === sha256);
    const unplaced = { fileName: 'पत्र.pdf', uploadedBy: 'ASO', places: [] };
    expect(found(gone.sha256)).toMatchObject({ kind: 'missing', setAside: false, documents: [unplaced] });
    expect(found(short.sha256)).toMatchObject({ kind: 'damaged', documents: [unplaced] });
    expect(found(changed.sha256)).toMatchObject({
      kind: 'damaged',
      documents: [
        {
          places: [
            { kind: 'file', name: `${number}, C/1` },
            { kind: 'receipt', name: receipt.diaryNumber },
          ],
        },
      ],
    });
    for (const body of bodies) await upload(clerk, body);
    expect((await checked()).lacks).toEqual([]);
  });

  it('brings back what was set aside, if that is wished', async () => {
    const { sha256 } = await upload(office().at('ASO'), await pdf(1));
    await store().setAside(toSha256(sha256));
    expect(await checked()).toMatchObject({
      report: { missing: 1, broughtBack: 0 },
      lacks: [{ kind: 'missing', setAside: true }],
    });
    expect((await checked(true)).report).toMatchObject({ missing: 0, broughtBack: 1 });
    expect((await checked()).report).toMatchObject({ missing: 0, broughtBack: 0 });
  });

  it('counts what no document names', async () => {
    const { sha256 } = await store().put({ bytes: Buffer.from('left over') });
    const { report } = await checked();
    const then = new Date(Date.now() - 48 * 3_600_000);
    await utimes(objectPath(folder(), sha256), then, then);
    expect((await checked()).report).toMatchObject({
      superfluous: report.superfluous + 1,
      superfluousBytes: report.superfluousBytes + 9,
    });
  });
});

describe('what a killed process leaves', () => {
  it('is gone when the office starts, and the work of the living is not', async () => {
    const folder = office().config.dataFolder;
    const ended = String(spawnSync(process.execPath, ['-e', '']).pid);
    const dead = `${hostname().replaceAll(/[^\w-]/g, '_')}.${ended}.x`;
    const place = await newSpoolPlace(spoolFolder(folder), 'upload');
    await writeFile(place.path, 'half');
    await writeFile(join(spoolFolder(folder), `${dead}.upload`), 'half');
    await mkdir(join(spoolFolder(folder), `${dead}.whole-file`, 'letters'), { recursive: true });
    await mkdir(join(spoolFolder(folder), `${dead}.inspection`));
    await writeFile(join(spoolFolder(folder), `${dead}.inspection`, 'document.pdf'), 'half');
    const then = new Date(Date.now() - 2 * 3_600_000);
    await mkdir(join(folder, 'incoming'), { recursive: true });
    await writeFile(join(folder, 'incoming', 'old'), 'half');
    await utimes(join(folder, 'incoming', 'old'), then, then);
    await writeFile(join(folder, 'incoming', 'young'), 'half');
    await office().start();
    // An inspector of this process may be waiting for the next document.
    const ofTheDead = (name: string) => name.startsWith(dead);
    const left = await readdir(spoolFolder(folder));
    expect(left.filter((name) => ofTheDead(name) || name.endsWith('.upload'))).toEqual([basename(place.path)]);
    expect(await readdir(join(folder, 'incoming'))).toEqual(['young']);
    await place.dispose();
    await rm(join(folder, 'incoming', 'young'));
  });
});
