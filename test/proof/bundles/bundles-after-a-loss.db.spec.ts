import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DocumentBytes } from '@patravali/documents';
import { Sequencer } from '@patravali/ledger';
import { ForwardFile, ReturnFile } from '@patravali/movement';
import { AskForPdf, MakePdf, MyPdfs } from '@patravali/records';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import {
  type BundleQuestion,
  factsOfBundle,
  outcomeOf,
  readVerifierKey,
  verifyBundle,
  zipContainer,
} from '@patravali/verifier';
import { unzipSync } from 'fflate';
import { pageTexts } from '../../../libs/platform/typesetting/test/pdf-text';
import { restoreOlder } from '../../../libs/platform/ledger/test/losses';
import { useOffice } from '../../support/office/office';
import { whileLogging } from '../../support/papers/while-logging';
import { WORDS } from '../../support/office/words';

const office = useOffice({ holds: 'section' });
const so = () => office().at('SO');
const store = () => office().get<ObjectStore>(OBJECT_STORE);
const REASON = 'पुराना <बैकअप>';

async function publish(sequencer = office().get(Sequencer)): Promise<void> {
  while (await sequencer.round());
}

const FORMS = {
  bundle: { language: 'hi', form: 'bundle', issueId: null, selection: null },
  rti_bundle: { language: 'hi', form: 'rti_bundle', selection: null },
} as const;

async function bundleOf(
  fileId: string,
  form: keyof typeof FORMS = 'bundle',
  sequencer = office().get(Sequencer),
): Promise<Buffer> {
  const { id } = await office().get(AskForPdf).execute(so(), fileId, FORMS[form]);
  const make = () => office().get(MakePdf).execute({ organisationId: office().id, id }, { last: true });
  await whileLogging(office(), make, sequencer);
  const ready = await office().get(MyPdfs).ready(so(), id);
  return await buffer(await office().get(DocumentBytes).open(ready));
}

const verify = (bundle: Uint8Array, question: Partial<BundleQuestion> = {}) =>
  verifyBundle(zipContainer(bundle), { witnesses: [], ...question });
const manifestOf = (bundle: Uint8Array) =>
  JSON.parse(Buffer.from(unzipSync(bundle)['manifest.json'] ?? []).toString()) as Record<string, unknown>;

async function sendBackAndForth(fileId: string): Promise<void> {
  const us = office().at('US');
  await office()
    .get(ForwardFile)
    .execute(so(), fileId, { toPostId: us.postId, ...WORDS });
  await office().get(ReturnFile).execute(us, fileId, { reason: 'संलग्नक नहीं है।', confirmNote: false });
}

describe('the bundle of a file whose last events the office has lost', () => {
  let [fileId, otherId] = ['', ''];
  let before: Buffer;
  let lost: string[];
  beforeAll(async () => {
    ({ fileId } = await office().newFile(so()));
    ({ fileId: otherId } = await office().newFile(so()));
    before = await bundleOf(fileId);
    const [published] = await office().rows<{ size: number }>('SELECT size::integer AS size FROM published_log');
    const size = published?.size ?? 0;
    await sendBackAndForth(fileId);
    await publish();
    const gone = await office().rows<{ id: string }>(
      `SELECT e.id FROM event e JOIN log_entry l ON l.event_id = e.id WHERE e.subject_id = $1 AND l.index >= $2 ORDER BY l.index`,
      [fileId, size],
    );
    lost = gone.map(({ id }) => id);
    await restoreOlder((sql) => office().rows(sql), size);
    expect(await office().get(Sequencer).resume(REASON)).toMatchObject({ isDone: true });
    await publish();
  }, 300_000);

  it('says so before all else, in the list of its files and to people, and proves it', async () => {
    expect(lost.length).toBeGreaterThan(1);
    const bundle = await bundleOf(fileId);
    const answer = await verify(bundle);
    expect(answer).toMatchObject({ losses: [{ count: lost.length, reason: REASON }], lostKeys: [] });
    const facts = factsOfBundle(answer, { witnesses: [] });
    expect(facts[0]?.code).toBe('bundle-events-lost');
    expect(outcomeOf(facts)).toBe('right-after-loss');
    expect(manifestOf(bundle)).toMatchObject({ format: 'patravali bundle 3', lost });
    const files = unzipSync(bundle);
    const index = Buffer.from(files['index.html'] ?? []).toString();
    expect(index).toContain('“पुराना &lt;बैकअप&gt;”');
    expect(index).toMatch(
      new RegExp(
        `The office has lost ${lost.length} events of what this bundle is about; its log has recorded this since`,
      ),
    );
    expect(index).toMatch(/<code>lost\/<\/code>: .*\n<li><code>losses\/<\/code>/);
    expect(Buffer.from(files['losses/1.entry'] ?? []).toString()).toMatch(/^patravali loss 1\n/);
    const [certificate = ''] = await pageTexts(files['certificate-en.pdf'] ?? new Uint8Array());
    expect(certificate).toContain(`Events lost: ${lost.length} events`);
  }, 120_000);

  it('says so too where most of it is left out for RTI', async () => {
    const bundle = await bundleOf(fileId, 'rti_bundle');
    expect(manifestOf(bundle)).toMatchObject({ format: 'patravali bundle 3', lost, leftOut: { documents: [] } });
    expect(await verify(bundle)).toMatchObject({ losses: [{ count: lost.length }] });
  }, 120_000);

  it('made before stays right; and another file has lost nothing', async () => {
    const answer = await verify(before);
    expect(answer.losses).toEqual([]);
    expect(outcomeOf(factsOfBundle(answer, { witnesses: [] }))).toBe('right');
    const other = await bundleOf(otherId);
    expect(manifestOf(other)).toMatchObject({ format: 'patravali bundle 1' });
    expect(await verify(other)).toMatchObject({ losses: [] });
  }, 120_000);
});

describe('the bundles of an office that has lost the key of its log', () => {
  const keys = async () =>
    String(await store().readNamed('log/keys'))
      .trim()
      .split('\n')
      .map((line) => readVerifierKey(line) ?? never());

  it('are right by the keys that were published, before the loss and after it', async () => {
    const { fileId } = await office().newFile(so());
    const before = await bundleOf(fileId);
    await rm(join(office().config.dataFolder, 'log-key.pem'));
    // Another process: this one still knows the key.
    const sequencer = (await office().start()).get(Sequencer, { strict: false });
    expect(await sequencer.resume('The old machine.')).toMatchObject({ isKeyLost: true, isDone: true });
    await publish(sequencer);
    const after = await bundleOf(fileId, 'bundle', sequencer);
    const [first = never(), second = never()] = await keys();

    for (const question of [{}, { key: first }, { key: first, laterKeys: [second] }])
      expect(await verify(before, question)).toMatchObject({ keyChanges: 0, lostKeys: [] });
    await expect(verify(before, { key: second })).rejects.toMatchObject({ code: 'checkpoint-unsigned' });

    for (const question of [{}, { key: first, laterKeys: [second] }]) {
      const answer = await verify(after, question);
      expect(answer).toMatchObject({ keyChanges: 1, lostKeys: [{ key: { text: second.text } }], losses: [] });
      const facts = factsOfBundle(answer, { witnesses: [], ...question });
      expect(facts[0]).toMatchObject({ code: 'key-lost', particulars: { reason: 'The old machine.' } });
      expect(outcomeOf(facts)).toBe('right-after-loss');
    }
    for (const key of [first, second])
      await expect(verify(after, { key })).rejects.toMatchObject({
        code: 'key-unannounced',
        particulars: { key: second.text },
      });
  }, 300_000);
});

function never(): never {
  throw new Error('no such key');
}
