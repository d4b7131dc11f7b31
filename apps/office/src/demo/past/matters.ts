import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bilingual, URGENCIES } from '@patravali/contract';
import { z } from 'zod';
import { demoFolder } from '../story/demo-folder';

const Lines = z.array(z.string().min(1)).min(1);

const Sender = z.strictObject({
  name: Bilingual,
  address: Bilingual,
  designation: Bilingual,
  /** How this office numbers its letters. */
  series: z.string(),
  email: z.string().optional(),
  /** Which place tells one such office from another, by its English name. */
  place: z.string().optional(),
  /** Who signs at each place, in Hindi and English; without them whoever the file is about writes for himself. */
  signatories: z.record(z.string(), z.string()).optional(),
});
export type Sender = z.infer<typeof Sender>;

export const CHAINS = [
  'establishment',
  'general',
  'revenue',
  'accounts',
  'welfare',
  'development',
  'prosecution',
] as const;
export type ChainName = (typeof CHAINS)[number];

/** A kind of business of the office: what comes in about it, what is noted and what is written. Words in braces vary. */
const Matter = z.strictObject({
  name: z.string(),
  chain: z.enum(CHAINS),
  series: z.string(),
  /** The code of the kind of case. */
  category: z.string().optional(),
  /** The post that decides on cases of this kind. */
  decidedBy: z.string().optional(),
  language: z.enum(['hi', 'en']).default('hi'),
  urgency: z.enum(URGENCIES).default('ordinary'),
  subject: Lines,
  /** Whose letter begins the file; without one, the office begins it. */
  sender: z.string().optional(),
  letter: Lines.optional(),
  enclosures: z.array(z.string()).default([]),
  putUp: Lines,
  /** Why the officer sends it back. */
  missing: z.string(),
  /** Signed by the officer of the section, unless it names a post above. */
  reply: z.strictObject({
    to: z.string().optional(),
    signatory: z.string().optional(),
    subject: z.string(),
    body: Lines,
  }),
  answer: z.strictObject({ from: z.string().optional(), subject: z.string(), body: Lines }).optional(),
});
export type Matter = z.infer<typeof Matter>;

const Phrases = z.record(z.string(), Lines);
const Texts = z.strictObject({ hi: Phrases, en: Phrases, words: z.record(z.string(), Lines) });
export type Texts = z.infer<typeof Texts>;

export interface Matters extends z.infer<typeof AllMatters> {
  readonly texts: Texts;
}
const AllMatters = z.strictObject({ senders: z.record(z.string(), Sender), matters: z.array(Matter).min(1) });

/** What the demo office is busy with, from the folder `apps/office/demo`. */
export async function readMatters(): Promise<Matters> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(demoFolder(), name), 'utf8'));
  return { ...AllMatters.parse(await read('matters.json')), texts: Texts.parse(await read('phrases.json')) };
}
