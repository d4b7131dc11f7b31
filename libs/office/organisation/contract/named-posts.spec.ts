import { z } from 'zod';
import {
  DiaryRow,
  FileView,
  markingIn,
  markingInBoth,
  namePosts,
  NoteView,
  type OperationEntry,
  OPERATIONS,
  pageOf,
  PostId,
  postPlaces,
  postsIn,
} from '@patravali/contract';

const [SO, ASO] = ['0197f3a0-0000-7000-8000-000000000001', '0197f3a0-0000-7000-8000-000000000002'] as const;
const ref = (id: string, marking: string) => ({
  id,
  marking,
  markingHi: null,
  designation: { hi: '', en: '' },
  unit: { hi: '', en: '' },
});
const POSTS = { [SO]: ref(SO, 'SO'), [ASO]: ref(ASO, 'ASO') };

/** `items.*.by.post` of each place. */
const written = (schema: z.ZodType) => postPlaces(schema).map((place) => place.join('.'));

describe('How a post is marked', () => {
  it('is said in the language of whoever reads it, as far as the office has one in Hindi', () => {
    const post = { marking: 'SO', markingHi: 'अनु०अधि०' };
    expect(['hi', 'en'].map((language) => markingIn(post, language as 'hi' | 'en'))).toEqual(['अनु०अधि०', 'SO']);
    expect(markingInBoth(post)).toEqual({ hi: 'अनु०अधि०', en: 'SO' });
    expect(markingInBoth({ ...post, markingHi: null })).toBe('SO');
    expect(markingInBoth(null)).toBeUndefined();
  });
});

describe('Where an answer names posts', () => {
  it('is read off its schema, also in lists within rows', () => {
    expect(written(pageOf(NoteView))).toEqual([
      'items.*.recommendedTo',
      'items.*.takenBack.by.post',
      'items.*.discussedWith.*.post',
      'items.*.discussedWith.*.answered.by.post',
      'items.*.author.post',
      'items.*.putUpBy.post',
      'items.*.returns.*.by.post',
      'items.*.returns.*.to',
      'items.*.explanations.*.by.post',
    ]);
    expect(written(DiaryRow)).toEqual(['holder', 'from', 'closed.by.post', 'corrections.*.by.post']);
    expect(written(FileView)).toEqual([
      'holder',
      'from',
      'recommendedTo',
      'createdBy.post',
      'pendingNote.discussedWith.*',
      'pendingNote.putUpBy.post',
      'suggestions.*.post',
      'lastRecall.by.post',
      'lastRecall.answeredBy.post',
      'channel.rungs.*.post',
      'channel.ahead.*.post',
      'superiors.*.post',
      'decided.recommendedTo',
      'decided.by.post',
      'decides',
      'wayBack',
      'parking.by.post',
      'lastReminder.by.post',
      'clock.stop.stoppedBy.post',
      'clock.stop.startedBy.post',
      'together.attachedTo.holder',
      'together.attached.*.holder',
      'together.linked.*.holder',
      'together.mainFile.holder',
      'together.parts.*.holder',
      'together.earlierVolume.holder',
      'together.laterVolume.holder',
    ]);
  });

  it('is found in every kind of schema that an answer of the contract is made of', () => {
    const met = new Set<string>();
    const meet = (schema: z.ZodType): boolean => {
      if (schema === PostId) return true;
      const { def } = schema as unknown as { def: { type: string; innerType?: z.ZodType; options?: z.ZodType[] } };
      const inner =
        schema instanceof z.ZodObject
          ? (Object.values(schema.shape) as z.ZodType[])
          : schema instanceof z.ZodArray
            ? [schema.element as z.ZodType]
            : [...(def.options ?? []), ...(def.innerType ? [def.innerType] : [])];
      const holds = inner.map(meet).includes(true);
      if (holds) met.add(def.type);
      return holds;
    };
    for (const { answer } of Object.values<OperationEntry>(OPERATIONS)) if (answer) meet(answer);
    expect([...met].sort()).toEqual(['array', 'nullable', 'object']);
  });

  it('has the id, and then the post; null stays null, and nothing else is touched', () => {
    const row = (holder: string | null, from: string) => ({
      id: SO,
      holder,
      from,
      by: { post: ASO },
      data: { to: SO },
    });
    const answer = { items: [row(SO, ASO), row(null, SO)], posts: POSTS };
    const places = ['holder', 'from', 'by.post'].map((place) => ['items', '*', ...place.split('.')]);
    expect([...postsIn(answer, places)].sort()).toEqual([SO, ASO]);
    expect(namePosts(answer, places, POSTS).items).toEqual([
      { id: SO, holder: POSTS[SO], from: POSTS[ASO], by: { post: POSTS[ASO] }, data: { to: SO } },
      { id: SO, holder: null, from: POSTS[SO], by: { post: POSTS[ASO] }, data: { to: SO } },
    ]);
  });
});
