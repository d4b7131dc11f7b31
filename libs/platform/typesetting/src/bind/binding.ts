import type { Language } from '@patravali/contract-base';

/** PDFs that came from outside, bound behind pages of ours. */
export interface Binding {
  readonly language: Language;
  readonly title: string;
  /** Our own PDFs in their order, each under its bookmark; those of the documents stand below the last, if there is one. */
  readonly parts: readonly BoundPart[];
  readonly documents: readonly BoundDocument[];
  /** One page of ours for each document, to stand in its place if it cannot be opened. */
  readonly missing: Uint8Array;
  /** Small pages of ours, which are laid over the pages of documents. */
  readonly stamps: Uint8Array;
  /** The page of `stamps` for the foot of every page of a document. */
  readonly foot: number;
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
  /** The positions, from 0, of the pages that are taken; all of them unless said otherwise. */
  readonly taken?: readonly number[];
  /** The name of each of the pages taken, to which links of our parts lead. */
  readonly pageNames: readonly string[];
  /** The name of the place in our parts where its pages lead back to. */
  readonly listedAt: string;
  /** The page of `stamps`, from 0, for the top right of the first page taken; those for the others follow. */
  readonly firstStamp: number;
  /** The page of `stamps` for the top left of each of its pages, if there is one. */
  readonly mark: number | null;
  /** Without it there shall be no whole: no page of ours stands in its place. */
  readonly needed?: boolean;
}
