import { createHash } from 'node:crypto';
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
  private readonly pages = new Map<string, Completed>();

  /** The packed content of a page, completed before or now. */
  complete(content: Buffer, fonts: PageFonts, completeIt: () => Promise<Buffer>): Promise<Buffer> {
    const key = createHash('sha256').update(content).digest('base64');
    const before = this.pages.get(key);
    this.pages.delete(key);
    const packed = before && meanTheSame(before.fonts, fonts) ? before.packed : completeIt();
    this.pages.set(key, { packed, fonts });
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    return packed;
  }
}

const meanTheSame = (before: PageFonts, now: PageFonts): boolean =>
  before.size === now.size && [...before].every(([name, font]) => now.get(name)?.saysAllOf(font) ?? false);
