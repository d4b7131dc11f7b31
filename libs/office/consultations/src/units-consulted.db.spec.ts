import type { Actor } from '@patravali/authorization';
import { ConsultPosts as ConsultRequest } from '@patravali/contract';
import { FileHistory } from '@patravali/files';
import { AddNote } from '@patravali/notes';
import { consultingActs } from '../../../../test/support/acts/consulting-acts';
import { useOffice } from '../../../../test/support/office/office';
import { ConsultPosts, Questions } from './index';

const office = useOffice({ holds: 'section' });
const aso = () => office().at('ASO');
const { answer, list, written } = consultingActs(office);
/** With a yellow note, which goes onto the sheet with the question. */
const newFile = async () => {
  const { fileId } = await office().newFile(aso());
  await office()
    .get(AddNote)
    .execute(aso(), fileId, { text: written('परामर्श अपेक्षित है।'), decision: null });
  return fileId;
};

interface InUnit {
  readonly id: string;
  readonly marking: string;
  readonly unitId: string;
}
/** The posts of a unit that hold work, its head first. */
const postsOf = (unit: string) =>
  office().rows<InUnit>(
    `SELECT p.id, p.marking, p.unit_id AS "unitId" FROM post p WHERE p.unit_id = $1 AND p.roles && '{officer,dealing_hand,dispatcher}'
     ORDER BY p.level, p.marking COLLATE "C"`,
    [unit],
  );
/** A unit of its own with two posts, of which the second is the higher. */
const aUnit = async (): Promise<{ unitId: string; head: Actor; other: Actor }> => {
  const [other, head] = [await office().actor(), await office().actor()];
  const unitId = crypto.randomUUID();
  const abbreviation = `विधि-${unitId.slice(0, 4)}`;
  await office().rows(
    `INSERT INTO unit (id, organisation_id, abbreviation, name_hi, name_en) VALUES ($1, $2, $3, 'विधि', 'Law')`,
    [unitId, office().id, abbreviation],
  );
  await office().rows(`UPDATE post SET unit_id = $1 WHERE id = ANY ($2)`, [unitId, [other.postId, head.postId]]);
  await office().rows(`UPDATE post SET level = 9 WHERE id = $1`, [other.postId]);
  return { unitId, head, other };
};
const ask = async (fileId: string, posts: readonly { postId: string; unitId?: string }[]) => {
  const asked = posts.map((post) => ({ ...post, dueOn: '2099-12-31' }));
  const request = ConsultRequest.parse({ question: 'क्या यह विधिसम्मत है?', posts: asked });
  return (await office().get(ConsultPosts).execute(aso(), fileId, request, { language: 'hi' })).consultedIds;
};

describe('a unit that is consulted', () => {
  it('is asked through the post that heads it, which answers; question, list and history name the unit', async () => {
    const fileId = await newFile();
    const { unitId, head } = await aUnit();
    const single = await office().actor();
    const [id = ''] = await ask(fileId, [{ postId: head.postId, unitId }, { postId: single.postId }]);
    const unit = { id: unitId, name: { hi: 'विधि', en: 'Law' } };
    expect(await office().get(Questions).one(head, id)).toMatchObject({ id, unit });
    expect(await list(aso(), fileId)).toMatchObject([
      {
        consulted: [
          { post: head.postId, unit },
          { post: single.postId, unit: null },
        ],
      },
    ]);
    const { items } = await office().get(FileHistory).execute(aso(), fileId, { limit: 50 });
    const [{ abbreviation, marking } = { abbreviation: '', marking: '' }] = await office().rows<{
      abbreviation: string;
      marking: string;
    }>('SELECT u.abbreviation, p.marking FROM post p JOIN unit u ON u.id = p.unit_id WHERE p.id = $1', [head.postId]);
    const posts = (items.find(({ name }) => name === 'consultation.asked')?.data as { posts: string[] }).posts;
    expect(posts[0]).toBe(`${abbreviation} → ${marking}`);
    await answer(head, id);
    expect(await list(aso(), fileId)).toMatchObject([{ consulted: [{ unit, state: 'answered', note: 2 }, {}] }]);
  });

  it('is refused with another post than its head, which is named; and a unit that has none', async () => {
    const fileId = await newFile();
    const { unitId, head, other } = await aUnit();
    const [{ marking } = { marking: '' }] = await postsOf(unitId);
    const before = await office().counts();
    await expect(ask(fileId, [{ postId: other.postId, unitId }])).rejects.toMatchObject({
      code: 'not-head-of-unit',
      params: { head: marking },
      errors: [{ pointer: '#/posts/0/unitId', detail: 'not-head-of-unit' }],
    });
    const nowhere = crypto.randomUUID();
    await expect(ask(fileId, [{ postId: head.postId, unitId: nowhere }])).rejects.toMatchObject({
      code: 'unknown-unit',
    });
    expect(await office().counts()).toEqual(before);
    // Asked as what it is, it needs no unit.
    await expect(ask(fileId, [{ postId: other.postId }])).resolves.toHaveLength(1);
  });
});
