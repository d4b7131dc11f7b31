import { PageLanguage, RecognisedLine } from '@patravali/contract';
import { z } from 'zod';
import { PageWithText } from '../inspection';

/** What the child is asked, a line each: which pages of the document are pictures, and then what stands on one. */
export type RecognitionJob = { readonly look: true } | { readonly page: number };

/** Answers of the child. It parses what strangers wrote, so they are checked like any input. */
export const LookResult = z.discriminatedUnion('outcome', [
  /** Pages that are pictures, counted from 1, in order, and what the others say of themselves. */
  z.object({ outcome: z.literal('looked'), scans: z.array(z.int().min(1)), own: z.array(PageWithText) }),
  z.object({ outcome: z.literal('unreadable') }),
]);
export type LookResult = z.infer<typeof LookResult>;

export const PageResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), language: PageLanguage.nullable(), lines: z.array(RecognisedLine) }),
  z.object({ outcome: z.literal('unreadable') }),
]);
export type PageResult = z.infer<typeof PageResult>;

/** Why a page has no text: it took too long, ended the process that read it, or cannot be drawn. */
export const PAGE_FAILURES = ['late', 'died', 'unreadable'] as const;
export type PageFailure = (typeof PAGE_FAILURES)[number];
