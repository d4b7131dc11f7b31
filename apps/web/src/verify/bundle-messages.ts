import type { InBoth } from '@patravali/verifier';

/** What the page asks of the worker that verifies, each with a port for the answers. */
export type BundleQuestion =
  | {
      readonly kind: 'verify';
      readonly bundle: File;
      /** The first key of the log, as it was typed, and after it those with which it went on after a loss; none: what stands in the bundle. */
      readonly keys: readonly string[];
      readonly witnesses: readonly string[];
    }
  | { readonly kind: 'read'; readonly path: string };

export type BundleAnswer =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'file'; readonly bytes: Blob }
  | { readonly kind: 'lost' };

/** The sentences are the verifier's own. */
export type Verdict = RightVerdict | OtherVerdict | UnaskedVerdict;

export interface RightVerdict {
  readonly outcome: 'right';
  /** The office has lost something, which is said first. */
  readonly afterLoss: boolean;
  readonly title: InBoth;
  readonly found: readonly InBoth[];
  /** When the first event happened and when the last; nothing when what is written there is no instant. */
  readonly from: string | null;
  readonly until: string | null;
  readonly pdfs: readonly BundlePdf[];
}

export interface OtherVerdict {
  readonly outcome: 'wrong' | 'unverified';
  readonly title: InBoth;
  readonly found: readonly InBoth[];
}

/** The bundle was not looked at: it is too large for a browser, or one of the keys is none. */
export interface UnaskedVerdict {
  readonly outcome: 'too-large' | 'key-unreadable' | 'witness-unreadable';
}

export interface BundlePdf {
  readonly path: string;
  /** The event that names it by its hash; nothing when only the list of the bundle does. */
  readonly event: { readonly name: string; readonly at: string | null } | null;
}

/** A browser holds the whole of it in memory. */
export const MOST_MEGABYTES = 512;
