import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PageFonts } from './page-font';

/** So many pages are remembered, of some twenty kilobytes each. */
const MOST_PAGES = 300;

interface Completed {
  readonly packed: Promise<Buffer>;
  readonly fonts: PageFonts;
}

/**
 * Pages that were completed before: a note sheet with one more note has the pages of before, to the byte, but for its last. A
 * page is taken only for one with the same content whose fonts mean the same by it, so it shows nothing that its reader
 * does not have already.
 */
export class CompletedPages {
  private readonly pages = new LRUCache<string, Completed>({ max: MOST_PAGES });

  /** The packed content of a page, completed before or now. */
  complete(content: Buffer, fonts: PageFonts, completeIt: () => Promise<Buffer>): Promise<Buffer> {
    const key = createHash('sha256').update(content).digest('base64');
    const before = this.pages.get(key);
    if (before && meanTheSame(before.fonts, fonts)) return before.packed;
    const packed = completeIt();
    this.pages.set(key, { packed, fonts });
    return packed;
  }
}

const meanTheSame = (before: PageFonts, now: PageFonts): boolean =>
  before.size === now.size && [...before].every(([name, font]) => now.get(name)?.saysAllOf(font) ?? false);
