import type { ReferenceTarget } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { call, type NamedAnswer } from '../../../api/call';
import { keyOf } from '../../../api/keys';

/** What notes refer to that lies on no sheet of their file. */
export type Elsewhere = Extract<ReferenceTarget, { kind: 'file' | 'order' }>;

/** What a reader may know of it. */
interface ReferredThing {
  id: string;
  number: string;
  subject: string;
  issuedOn?: string;
}

/** What is there, for whoever may read it; null for all others, and until it has come. */
export function useReferred(to: Elsewhere): ReferredThing | null {
  const id = (to.kind === 'file' ? to.fileId : to.issueId) ?? null;
  const { data } = useQuery({
    queryKey: keyOf('findReferred', to.kind, id),
    queryFn: async () => {
      const found = await askTogether(to.kind, id ?? '');
      const places: ReferredThing[] = to.kind === 'file' ? found.files : found.issues;
      return places.find((place) => place.id === id) ?? null;
    },
    enabled: id !== null,
  });
  return data ?? null;
}

type RequestedIds = Record<Elsewhere['kind'], Set<string>>;
/** As many as one request takes. */
const MOST = 50;

/** A request that is still being put together. */
interface Together {
  readonly asked: RequestedIds;
  readonly answer: Promise<NamedAnswer<'findReferred'>>;
}

let waiting: Together | null = null;

/** The references that are drawn at once are asked about at once: a sheet costs one request, not one for each. */
function askTogether(kind: Elsewhere['kind'], id: string): Promise<NamedAnswer<'findReferred'>> {
  if (!waiting || waiting.asked[kind].size >= MOST) waiting = askAfterDrawing();
  waiting.asked[kind].add(id);
  return waiting.answer;
}

function askAfterDrawing(): Together {
  const asked: RequestedIds = { file: new Set(), order: new Set() };
  const list = (ids: ReadonlySet<string>) => (ids.size > 0 ? [...ids].join(',') : undefined);
  const answer = afterDrawing().then(() => {
    if (waiting?.asked === asked) waiting = null;
    return call('findReferred', { query: { files: list(asked.file), issues: list(asked.order) } });
  });
  return { asked, answer };
}

const afterDrawing = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
