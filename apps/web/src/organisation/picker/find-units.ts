import { headOfUnit, type PostView } from '@patravali/contract';
import { findPosts } from './find-posts';

const NAMELESS = { marking: '', markingHi: null, designation: { hi: '', en: '' }, holder: null };

/** The heads of the units whose name fits what was typed: through them a unit is asked. Nothing typed finds none. */
export function findUnits(posts: readonly PostView[], typed: string): PostView[] {
  if (typed.trim() === '') return [];
  const holding = posts.filter(({ roles }) => !roles.includes('auditor') && !roles.includes('administrator'));
  const units = new Set(holding.map(({ unitId }) => unitId));
  const heads = [...units].map((unitId) => headOfUnit(holding, unitId)).filter((head) => head !== undefined);
  const found = findPosts(
    heads.map((head) => ({ ...head, ...NAMELESS })),
    typed,
  );
  return heads.filter(({ id }) => found.some((unit) => unit.id === id));
}
