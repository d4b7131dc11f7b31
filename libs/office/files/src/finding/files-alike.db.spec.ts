import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '@patravali/authorization';
import { FileToOpen } from '@patravali/contract';
import { CreateFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { TextIndex } from '@patravali/search';
import { randomUUID } from 'node:crypto';
import { useOffice } from '../../../../../test/support/office/office';
import { FindFilesAlike } from './find-files-alike';

/** Of each pair whether the two say the same, or stand under one head alone. */
const PAIRS = readFileSync(join(__dirname, '../../test/subjects-alike.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', subject = '', other = ''] = line.split('\t');
    return { kind, subject, other };
  });

const office = useOffice({ holds: 'section' });
const SUBJECT = 'ग्राम रतनपुरा में पुलिया का निर्माण';
const IN_OTHER_WORDS = 'रतनपुरा गाँव की पुलिया निर्माण हेतु धनराशि';

const alike = async (subject: string, by: Actor = office().at('SO'), headId?: string) =>
  (await office().get(FindFilesAlike).execute(by, { subject, headId })).items;
const create = async (subject: string, by: Actor = office().at('SO'), grading: 'normal' | 'secret' = 'normal') =>
  await office().get(CreateFile).execute(by, { headId: office().headId, urgency: 'ordinary', grading, subject });
const index = () => office().get(TextIndex).indexAll();

describe('of pairs of subjects', () => {
  beforeAll(async () => {
    for (const subject of new Set(PAIRS.map(({ other }) => other))) await create(subject);
    await index();
  }, 120_000);

  const shown = async (kind: string) => {
    const pairs = PAIRS.filter((pair) => pair.kind === kind);
    const found = await Promise.all(
      pairs.map(async ({ subject, other }) => (await alike(subject)).some((file) => file.subject === other)),
    );
    return { pairs: pairs.length, share: found.filter(Boolean).length / pairs.length };
  };

  it('nine of ten that say the same are shown, in whatever words, spelling or language', async () => {
    const { pairs, share } = await shown('alike');
    expect(pairs).toBeGreaterThan(60);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  it('hardly one in ten that merely stand under one head is shown', async () => {
    const { pairs, share } = await shown('head');
    expect(pairs).toBeGreaterThan(60);
    expect(share).toBeLessThanOrEqual(0.1);
  });
});

describe('files that are alike', () => {
  const made: string[] = [];
  beforeAll(async () => {
    for (let at = 0; at < 4; at++) made.push((await create(SUBJECT)).id);
    await index();
  });

  it('are the three newest, with their holders, and say which stand under the same head', async () => {
    const so = office().at('SO');
    expect(await alike(IN_OTHER_WORDS, so, office().headId)).toMatchObject(
      [3, 2, 1].map((at) => ({ id: made[at], subject: SUBJECT, holder: so.postId, sameHead: true })),
    );
    expect((await alike(IN_OTHER_WORDS, so, randomUUID())).map(({ sameHead }) => sameHead)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it.each(['वेतन', 'वेतन का भुगतान', 'पुलिया', 'का के', '%%%% ___ \u202e', 'बाढ़ में बही पुलिया, ग्राम उसरहा'])(
    'are none of %s',
    async (subject) => {
      expect(await alike(subject)).toEqual([]);
    },
  );

  it('are shown to nobody who may not read them, and to whom they were sent at once', async () => {
    const [so, us, clerk] = [office().at('SO'), office().at('US'), office().at('CLERK')];
    expect(await alike(SUBJECT, clerk)).toEqual([]);
    const subject = 'ग्राम चितबड़ागाँव में पुस्तकालय की स्थापना';
    const { id } = await create(subject, so, 'secret');
    await index();
    expect(await alike(subject, so)).toMatchObject([{ id }]);
    for (const other of [us, clerk, office().at('AUDIT')]) expect(await alike(subject, other)).toEqual([]);
    const fileId = made[0] ?? '';
    await office()
      .get(ForwardFile)
      .execute(so, fileId, {
        toPostId: clerk.postId,
        action: 'put_up',
        note: {
          text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'अवलोकनार्थ' }] }] },
          decision: null,
        },
        confirmNote: true,
      });
    expect(await alike(SUBJECT, clerk)).toMatchObject([{ id: fileId, holder: clerk.postId }]);
  });

  it('are looked for by a subject of up to 1,000 letters', async () => {
    const long = `${SUBJECT} ${'शब्द '.repeat(150)}`.slice(0, 1000).trim();
    expect(await alike(FileToOpen.parse({ subject: long }).subject)).toMatchObject([{ subject: SUBJECT }, {}, {}]);
    expect(FileToOpen.safeParse({ subject: `${long}${'क'.repeat(500)}` }).success).toBe(false);
  });
});
