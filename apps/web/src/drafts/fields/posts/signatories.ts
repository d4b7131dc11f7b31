import type { PostView } from '@patravali/contract';

/** Only an officer's post signs and issues letters, whether somebody holds it today or not. */
export function isOfficer({ roles }: Pick<PostView, 'roles'>): boolean {
  return roles.includes('officer');
}

/** Who mostly signs: the superior of one's own post, then oneself, if these are officers. The first is chosen by itself. */
export function likelySignatories(posts: readonly PostView[], ownPostId: string): PostView[] {
  const own = posts.find(({ id }) => id === ownPostId);
  const superior = posts.find(({ id }) => id === own?.superiorPostId);
  return [superior, own].filter((post) => post !== undefined).filter(isOfficer);
}
