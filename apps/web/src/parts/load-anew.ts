import type { MissingPart } from './lazy-import';

/** Why the page did not load itself anew: nothing answers, or that has been tried and the part is missing still. */
export type WhyNot = 'unreachable' | 'still-missing';

/**
 * Loads the page anew at the address that it shows, with the parts of the version that the server has now. For one part
 * of one version it does so once, so that a part which never comes makes no circle; and only when the server answers,
 * since a page that is loaded without a line is gone.
 * @returns why it does not load; nothing when it does, for then the page ends.
 */
export async function loadAnew(missing: MissingPart): Promise<WhyNot> {
  if (!(await isReachable())) return 'unreachable';
  const mark = `patravali.loaded-anew.${runningVersion()} ${partNamedIn(String(missing.cause))}`;
  if (sessionStorage.getItem(mark) !== null) return 'still-missing';
  sessionStorage.setItem(mark, new Date().toISOString());
  return reload();
}

/** A part has a script and may have styles: `FoundPage-BvzucbM_.css`. Whichever did not come, it is one part. */
const partNamedIn = (cause: string): string => /\/assets\/(.+)-[\w-]{8}\.\w+/.exec(cause)?.[1] ?? cause;

/** The same because the person asks for it, as often as they ask. */
export async function loadAnewNow(): Promise<WhyNot> {
  return (await isReachable()) ? reload() : 'unreachable';
}

const unfinished = new Set<Promise<unknown>>();

/** For what cannot be kept half done: the page is not loaded anew before it has ended. */
export function finishFirst<Done>(work: Promise<Done>): Promise<Done> {
  unfinished.add(work);
  const end = () => unfinished.delete(work);
  work.then(end, end);
  return work;
}

let isLoading = false;

/** Of several parts that are missing at once, the first sees to it. */
async function reload(): Promise<never> {
  await Promise.allSettled(unfinished);
  if (!isLoading) window.location.reload();
  isLoading = true;
  return new Promise(() => undefined);
}

/** Asked of the server itself: a browser says that it is on line while the office is not. */
async function isReachable(): Promise<boolean> {
  try {
    const { ok } = await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return ok;
  } catch {
    return false;
  }
}

/** The first script bears a hash of all that it loads. */
function runningVersion(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';
}
