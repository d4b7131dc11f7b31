import { readFile } from 'node:fs/promises';
import {
  ACTIONS_ASKED,
  Addressee,
  Bilingual,
  DECISIONS,
  DELIVERY_MODES,
  GRADINGS,
  LETTER_FORMS,
  LETTER_LANGUAGES,
  URGENCIES,
} from '@patravali/contract';
import { z } from 'zod';

/** `C/1`, `N/1¶2` in braces become references: `जैसा {C/1} में माँगा गया`. */
const Paragraphs = z.array(z.string().min(1)).min(1);
/** A user name, and the post when the person holds several: `sunita SO(GAD)`. */
const By = z.string();
const NoteText = z.strictObject({ text: Paragraphs, decision: z.enum(DECISIONS).optional() });

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
  mode: z.enum(DELIVERY_MODES),
  urgency: z.enum(URGENCIES).default('ordinary'),
  subject: z.string(),
  body: Paragraphs,
  enclosures: z.array(z.string()).default([]),
});
export type StoryLetter = z.infer<typeof Letter>;

const Sending = {
  to: z.string(),
  action: z.enum(ACTIONS_ASKED),
  dueInDays: z.int().optional(),
  remarks: z.string().optional(),
};

const Step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('diarise'), by: By, letter: z.string() }),
  z.strictObject({ do: z.literal('forwardReceipt'), by: By, letter: z.string(), ...Sending }),
  z.strictObject({ do: z.literal('putInFile'), by: By, letter: z.string(), file: z.string() }),
  z.strictObject({
    do: z.literal('createFile'),
    by: By,
    file: z.string(),
    series: z.string(),
    subject: z.string(),
    grading: z.enum(GRADINGS).default('normal'),
    urgency: z.enum(URGENCIES).default('ordinary'),
  }),
  z.strictObject({ do: z.literal('open'), by: By, file: z.string() }),
  z.strictObject({ do: z.literal('note'), by: By, file: z.string(), note: NoteText }),
  z.strictObject({
    do: z.literal('forward'),
    by: By,
    file: z.string(),
    urgency: z.enum(URGENCIES).optional(),
    note: NoteText.optional(),
    ...Sending,
  }),
  z.strictObject({ do: z.literal('return'), by: By, file: z.string(), reason: z.string(), note: NoteText.optional() }),
  z.strictObject({ do: z.literal('close'), by: By, file: z.string(), reason: z.string() }),
  z.strictObject({
    do: z.literal('draft'),
    by: By,
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
  z.strictObject({ do: z.literal('approve'), by: By, draft: z.string() }),
  z.strictObject({ do: z.literal('issue'), by: By, draft: z.string() }),
]);
export type Step = z.infer<typeof Step>;
export type StepOf<Kind extends Step['do']> = Extract<Step, { do: Kind }>;

/** What has happened in the demo office before a visitor comes: the letters, and one step after the other. */
const Story = z.strictObject({ letters: z.record(z.string(), Letter), steps: z.array(Step) });
export type Story = z.infer<typeof Story>;

export async function readStory(path: string): Promise<Story> {
  return Story.parse(JSON.parse(await readFile(path, 'utf8')));
}
