import type { KeepPost } from '@patravali/contract';
import { AbolishPost } from '@patravali/establishment';
import { ChangePost, CreatePost } from '@patravali/organisation';
import { REASON } from '../establishment';
import { type Act, broken, changed, type Doer, renames } from './act';
import { above, isNotOver, known, type PostInModel, type World } from './world';

const rowOf = (post: KeepPost) => ({
  unitId: post.unitId,
  marking: post.marking,
  markingHi: post.markingHi,
  designationHi: post.designation.hi,
  designationEn: post.designation.en,
  level: post.level,
  superiorPostId: post.superiorPostId,
  roles: post.roles,
  auditedUnitIds: [...post.auditedUnitIds].sort(),
  informationRole: post.informationRole,
  phone: post.phone,
  email: post.email,
});

export const createPost = (request: KeepPost): Act => ({
  does: 'createPost',
  says: request,
  wrong: (world) => wrongIn(world, request, null),
  done: (world, { id = '' }) => {
    world.posts.set(id, { id, ...rowOf(request), abolished: false, version: 1, files: 0 });
    return { id, version: 1 };
  },
  run: (office, by) => office.get(CreatePost).execute(by, request),
});

export const changePost = (id: string, request: KeepPost, seen: number): Act => ({
  does: 'changePost',
  says: { id, request, seen },
  mayLeaveNobody: true,
  wrong: (world) =>
    ofKnown(world, id, (post) => [
      ...broken({ 'changed-meanwhile': post.version !== seen }),
      ...wrongIn(world, request, id),
    ]),
  done: (world) => {
    const before = known(world.posts, id);
    const after = changed(before, rowOf(request));
    world.posts.set(id, after);
    world.renamed += renames(before, after, 'marking', 'markingHi', 'designationHi', 'designationEn');
    return { id, version: after.version };
  },
  run: (office, by) => office.get(ChangePost).execute(by, id, request, seen),
});

export const abolishPost = (id: string): Act => ({
  does: 'abolishPost',
  says: { id },
  wrong: (world) =>
    ofKnown(world, id, (post) => {
      const isAbove = [...world.posts.values()].some((each) => !each.abolished && each.superiorPostId === id);
      const isHeld = [...world.tenures.values()].some((each) => each.postId === id && isNotOver(each, world.now));
      return broken({ 'post-in-use': isAbove || isHeld || post.files > 0 });
    }),
  done: (world) => {
    // The duties under the Right to Information Act are free for another post.
    const after = changed(known(world.posts, id), { abolished: true, informationRole: null });
    world.posts.set(id, after);
    return { id, version: after.version };
  },
  run: (office, by) => office.get(AbolishPost).execute(by, id, { reason: REASON }),
});

/** A file that is opened on the desk stays there: such a post is never abolished. */
export const openFile = (by: Doer): Act => ({
  does: 'openFile',
  says: by,
  by,
  wrong: () => [],
  done: (world) => {
    const post = known(world.posts, by.postId);
    world.posts.set(post.id, { ...post, files: post.files + 1 });
    return {};
  },
  run: (office, actor) => office.newFile(actor),
});

function ofKnown(world: World, id: string, more: (post: PostInModel) => string[]): string[] {
  const post = world.posts.get(id);
  if (!post) return ['not-found'];
  return [...broken({ 'post-abolished': post.abolished }), ...more(post)];
}

function wrongIn(world: World, post: KeepPost, id: string | null): string[] {
  const others = [...world.posts.values()].filter((each) => each.id !== id);
  const { marking, markingHi, informationRole, auditedUnitIds, roles, level, superiorPostId, unitId } = post;
  const named = [unitId, ...auditedUnitIds].map((each) => world.units.get(each));
  const wrong = broken({
    'name-taken': others.some(
      (each) => each.marking === marking || (markingHi !== null && each.markingHi === markingHi),
    ),
    'information-role-taken':
      informationRole !== null && others.some((each) => !each.abolished && each.informationRole === informationRole),
    'unknown-unit': named.includes(undefined),
    'unit-abolished': named.some((unit) => unit?.abolished),
    'invalid-input': auditedUnitIds.length > 0 && !roles.includes('auditor'),
    'post-below-not-lower': others.some(
      (each) => !each.abolished && id !== null && each.superiorPostId === id && each.level <= level,
    ),
  });
  if (superiorPostId === null) return wrong;
  const superior = world.posts.get(superiorPostId);
  if (!superior) return [...wrong, 'unknown-post'];
  return [
    ...wrong,
    ...broken({
      'post-abolished': superior.abolished,
      'superior-not-above': superior.level >= level,
      'circle-of-posts': id !== null && [superiorPostId, ...above(world, superiorPostId)].includes(id),
    }),
  ];
}
