import type { ExistingOffice, ExistingTenure } from './existing-office';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';

interface PlacedTenure extends ExistingTenure {
  /** Where it stands in the description; null for one that only the database knows. */
  readonly path: string | null;
}

/** Tenures that end before they begin, stand twice, or give a post two regular holders at once. */
export function findTenureMistakes(office: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  const described = office.tenures.map((tenure, index): PlacedTenure => {
    return { ...tenure, until: tenure.until ?? null, path: `tenures[${index}]` };
  });
  const keys = new Set(described.map(tenureKey));
  const kept = existing.tenures.filter((tenure) => !keys.has(tenureKey(tenure)));
  return [...backwards(described), ...repeated(described), ...overlaps([...kept.map(fromDatabase), ...described])];
}

/** A tenure is existing again by these; its end and its order may change. */
export function tenureKey({ person, post, kind, from }: Omit<ExistingTenure, 'until'>): string {
  return [person, post, kind, from].join(' ');
}

const fromDatabase = (tenure: ExistingTenure): PlacedTenure => ({ ...tenure, path: null });

function backwards(tenures: readonly PlacedTenure[]): OfficeMistake[] {
  return tenures
    .filter(({ from, until }) => until !== null && until < from)
    .map(({ path }) => ({ path: `${path ?? ''}.until`, code: 'endsBeforeItBegins' }));
}

function repeated(tenures: readonly PlacedTenure[]): OfficeMistake[] {
  const seen = new Set<string>();
  return tenures.flatMap((tenure) => {
    const key = tenureKey(tenure);
    if (seen.has(key)) return [{ path: tenure.path ?? '', code: 'duplicate' as const, params: { found: key } }];
    seen.add(key);
    return [];
  });
}

/** Of two regular tenures of one post, in the order of their beginning, the first must end before the next begins. */
function overlaps(tenures: readonly PlacedTenure[]): OfficeMistake[] {
  const regular = tenures.filter(({ kind }) => kind === 'regular');
  const byPost = Map.groupBy(regular, ({ post }) => post);
  return [...byPost.values()].flatMap((ofPost) => {
    const inOrder = ofPost.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return inOrder.slice(1).flatMap((later, index) => {
      const earlier = inOrder[index];
      if (!earlier || tenureKey(earlier) === tenureKey(later)) return [];
      if (earlier.until !== null && earlier.until < later.from) return [];
      const [at, other] = later.path === null ? [earlier, later] : [later, earlier];
      const params = { found: later.post, other: `${other.person} ${other.from}–${other.until ?? ''}` };
      return [{ path: at.path ?? '', code: 'regularTenuresOverlap' as const, params }];
    });
  });
}
