import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PageCodes, ShownCluster } from './show-clusters';
import type { PageFonts } from './whole-clusters';

/** So many pages are remembered, of some twenty kilobytes each. */
const MOST_PAGES = 300;

export interface CompletedPage {
  readonly packed: Promise<Buffer>;
  readonly shown: readonly ShownCluster[];
}

/**
 * Pages that were completed before: a note sheet with one more note has the pages of before, to the byte, but for its last. A
 * page is taken only for one with the same content whose fonts mean the same by it, so it shows nothing that its reader
 * does not have already.
 */
export class CompletedPages {
  private readonly pages = new LRUCache<string, CompletedPage & { readonly fonts: PageFonts }>({ max: MOST_PAGES });

  /** The packed content of a page, completed before or now. */
  complete(content: Buffer, fonts: PageFonts, codes: PageCodes, completeIt: () => CompletedPage): Promise<Buffer> {
    const key = createHash('sha256').update(content).digest('base64');
    const before = this.pages.get(key);
    if (before && meanTheSame(before.fonts, fonts) && before.shown.every((each) => hasSameCodes(each, codes)))
      return before.packed;
    const page = completeIt();
    this.pages.set(key, { ...page, fonts });
    return page.packed;
  }
}

const meanTheSame = (before: PageFonts, now: PageFonts): boolean =>
  before.size === now.size && [...before].every(([name, font]) => now.get(name)?.saysAllOf(font) ?? false);

/** Asks for the codes in the order of then. */
function hasSameCodes({ fontName, cluster, codes: before }: ShownCluster, codes: PageCodes): boolean {
  const now = codes.get(fontName)?.codesOf(cluster);
  return now?.letters === before.letters && now.rest === before.rest;
}
