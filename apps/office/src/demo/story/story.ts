import { readFile } from 'node:fs/promises';
import {
  ACTIONS_ASKED,
  Addressee,
  Bilingual,
  DECISIONS,
  DISPATCH_MODES,
  FLAGS,
  DIARISED_MODES,
  GRADINGS,
  LETTER_FORMS,
  LETTER_LANGUAGES,
  URGENCIES,
} from '@patravali/contract';
import { z } from 'zod';
import { dayFromToday } from './indian-days';

/** `C/1`, `N/1¶2` in braces become references: `जैसा {C/1} में माँगा गया`. */
const Paragraphs = z.array(z.string().min(1)).min(1);
/** A user name, and the post when the person holds several: `sunita SO(GAD)`. */
const By = z.string();
/** `daysAgo`: in a demo that has a past, the working day on which this was done. */
const Act = { by: By, daysAgo: z.int().min(0).default(0) };
const NoteText = z.strictObject({
  text: Paragraphs,
  decision: z.enum(DECISIONS).optional(),
  /** The markings of the posts with whose holders it was discussed. */
  discussedWith: z.array(z.string()).min(1).optional(),
});
export type NoteText = z.infer<typeof NoteText>;

/** A letter to the demo office from another fictitious office. */
const Letter = z.strictObject({
  language: z.enum(LETTER_LANGUAGES),
  form: z.enum(LETTER_FORMS).default('letter'),
  from: z.strictObject({ name: Bilingual, address: Bilingual, signatory: Bilingual, designation: Bilingual }),
  email: z.email().optional(),
  to: Addressee,
  number: z.string(),
  writtenDaysAgo: z.int().positive(),
  receivedDaysAgo: z.int().min(0),
  mode: z.enum(DIARISED_MODES),
  urgency: z.enum(URGENCIES).default('ordinary'),
  subject: z.string(),
  body: Paragraphs,
  enclosures: z.array(z.string()).default([]),
});
export type StoryLetter = z.infer<typeof Letter>;

/** How a letter goes to its addressees, in their order; then to those who get a copy. */
const Posting = z.strictObject({ mode: z.enum(DISPATCH_MODES), trackingNumber: z.string().optional() });

const Sending = {
  to: z.string(),
  action: z.enum(ACTIONS_ASKED),
  dueInDays: z.int().optional(),
  remarks: z.string().optional(),
};

const Step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('diarise'), ...Act, letter: z.string() }),
  z.strictObject({ do: z.literal('forwardReceipt'), ...Act, letter: z.string(), ...Sending }),
  z.strictObject({
    do: z.literal('putInFile'),
    ...Act,
    letter: z.string(),
    file: z.string(),
    flag: z.enum(FLAGS).default('puc'),
  }),
  z.strictObject({
    do: z.literal('createFile'),
    ...Act,
    file: z.string(),
    series: z.string(),
    /** The code of its kind of case. */
    category: z.string().optional(),
    subject: z.string(),
    grading: z.enum(GRADINGS).default('normal'),
    urgency: z.enum(URGENCIES).default('ordinary'),
  }),
  z.strictObject({ do: z.literal('open'), ...Act, file: z.string() }),
  z.strictObject({ do: z.literal('openReceipt'), ...Act, letter: z.string() }),
  z.strictObject({ do: z.literal('pullBack'), ...Act, file: z.string(), reason: z.string() }),
  z.strictObject({ do: z.literal('reopen'), ...Act, file: z.string(), reason: z.string() }),
  z.strictObject({ do: z.literal('note'), ...Act, file: z.string(), note: NoteText }),
  z.strictObject({
    do: z.literal('forward'),
    ...Act,
    file: z.string(),
    urgency: z.enum(URGENCIES).optional(),
    note: NoteText.optional(),
    ...Sending,
  }),
  z.strictObject({ do: z.literal('return'), ...Act, file: z.string(), reason: z.string(), note: NoteText.optional() }),
  /** Until a reply is received, at the latest on the day so many days ahead. */
  z.strictObject({
    do: z.literal('park'),
    ...Act,
    file: z.string(),
    days: z.int().positive().optional(),
    remarks: z.string(),
  }),
  z.strictObject({ do: z.literal('putInCallBook'), ...Act, file: z.string(), reason: z.string() }),
  z.strictObject({
    do: z.literal('follow'),
    ...Act,
    file: z.string(),
    remindInDays: z.int().min(0).optional(),
    words: z.string().optional(),
  }),
  z.strictObject({ do: z.literal('remind'), ...Act, file: z.string(), words: z.string() }),
  /** Confirms the last discussion that names the person. */
  z.strictObject({ do: z.literal('confirmDiscussion'), ...Act }),
  z.strictObject({ do: z.literal('close'), ...Act, file: z.string(), reason: z.string() }),
  z.strictObject({
    do: z.literal('draft'),
    ...Act,
    file: z.string(),
    draft: z.string(),
    replyTo: z.string().optional(),
    form: z.enum(LETTER_FORMS),
    language: z.enum(LETTER_LANGUAGES),
    subject: z.string(),
    addressees: z.array(Addressee),
    body: Paragraphs,
    enclosures: z.array(z.string()).default([]),
    copyTo: z.array(Addressee).default([]),
    signatory: z.string(),
  }),
  z.strictObject({ do: z.literal('approve'), ...Act, draft: z.string() }),
  z.strictObject({ do: z.literal('issue'), ...Act, draft: z.string() }),
  z.strictObject({ do: z.literal('dispatch'), ...Act, draft: z.string(), modes: z.array(Posting).min(1) }),
]);
export type Step = z.infer<typeof Step>;
export type Posting = z.infer<typeof Posting>;
export type StepOf<Kind extends Step['do']> = Extract<Step, { do: Kind }>;

/** What has happened in the demo office before a visitor comes: the letters, and one step after the other. */
const Story = z.strictObject({ letters: z.record(z.string(), Letter), steps: z.array(Step) });
export type Story = z.infer<typeof Story>;

export interface PlannedStep {
  /** The same in every seeding: it makes an idempotency key. */
  readonly key: string;
  readonly at: Date;
  readonly step: Step;
}

/** A story whose steps have their times, in order. */
export interface PlannedStory {
  readonly letters: Story['letters'];
  readonly steps: readonly PlannedStep[];
}

export async function readStory(path: string): Promise<Story> {
  const text = await readFile(path, 'utf8');
  return Story.parse(JSON.parse(text.replaceAll('{year}', dayFromToday(0).slice(0, 4))));
}
