import type { Language } from '@patravali/contract';

/** PDFs that came from outside, bound behind pages of ours. */
export interface Binding {
  readonly language: Language;
  readonly title: string;
  /** Our own PDFs in their order, each under its bookmark; those of the documents stand below the last. */
  readonly parts: readonly BoundPart[];
  readonly documents: readonly BoundDocument[];
  /** One page of ours for each document, to stand in its place if it cannot be opened. */
  readonly missing: Uint8Array;
  /** Small pages of ours, which are laid over the pages of documents. */
  readonly stamps: Uint8Array;
}

export interface BoundPart {
  /** Its bookmark. */
  readonly title: string;
  readonly pdf: Uint8Array;
  /** Bookmarks below its own, each for a place that its template names. */
  readonly places?: readonly { readonly title: string; readonly name: string }[];
}

export interface BoundDocument {
  /** Its bookmark. */
  readonly title: string;
  /** Its bytes, or the path of a file that holds them: a path keeps large ones out of the memory of the caller. */
  readonly pdf: Uint8Array | string;
  /** One that turns out to have another number of pages cannot be bound. */
  readonly pageCount: number;
  /** The name of each of its pages, to which links of our parts lead. */
  readonly pageNames: readonly string[];
  /** The name of the place in our parts where its pages lead back to. */
  readonly listedAt: string;
  /** The page of `stamps`, from 0, for the top right of its first page; those for its other pages follow. */
  readonly firstStamp: number;
  /** The page of `stamps` for the top left of each of its pages, if there is one. */
  readonly mark: number | null;
}
