import type { PostView, Role } from '@patravali/contract';
import { isOfficer, likelySignatories } from '../../../apps/web/src/drafts/fields/posts/signatories';

describe('who is offered to sign a letter', () => {
  const post = (id: string, roles: Role[], superiorPostId: string | null = null) =>
    ({ id, roles, superiorPostId, marking: id, holder: null }) as Partial<PostView> as PostView;
  const posts = [
    post('head', ['officer']),
    post('section', ['officer', 'dealing_hand'], 'head'),
    post('clerk', ['dealing_hand'], 'section'),
    post('helper', ['dealing_hand'], 'clerk'),
    post('dispatch', ['dispatcher'], 'section'),
  ];
  const likely = (own: string) => likelySignatories(posts, own).map(({ id }) => id);

  it('is the superior before oneself, as far as they are officers', () => {
    expect(likely('section')).toEqual(['head', 'section']);
    expect(likely('clerk')).toEqual(['section']);
    expect(likely('head')).toEqual(['head']);
    expect(likely('helper')).toEqual([]);
    expect(likely('nowhere')).toEqual([]);
  });

  it('is elsewhere any officer, also of a post that nobody holds', () => {
    expect(posts.filter(isOfficer).map(({ id }) => id)).toEqual(['head', 'section']);
  });
});
