import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';

/**
 * What keeps an office from working as it should, and waits for its administrator. `log`: the log signs nothing. `record`: the nightly
 * check has found something wrong, or (`unchecked`) was not made. `mails`: mails do not leave. `disk`: there is little room where the
 * office keeps its data. `backup`: the last one is too old, or there is none.
 */
export const TROUBLES = ['log', 'record', 'unchecked', 'mails', 'disk', 'backup'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A part of the office that ended though nobody had told it to, and was started again. */
export const CRASHED_PARTS = ['launcher', 'server', 'worker', 'database'] as const;
export const Crash = z.object({ at: Instant, part: z.enum(CRASHED_PARTS) }).meta({ id: 'Crash' });
export type Crash = z.infer<typeof Crash>;

export const OfficeTroubles = z
  .object({
    version: z.string(),
    /** Of the sources, as git names it; `unknown` where that was not noted. */
    commit: z.string(),
    troubles: z.array(z.enum(TROUBLES)),
    /** Of the last month and of this server's machine, the latest first. */
    crashes: z.array(Crash),
  })
  .meta({ id: 'OfficeTroubles' });
export type OfficeTroubles = z.infer<typeof OfficeTroubles>;

/**
 * What an office begins with, in the order in which it is done. `posts`: a post for each who registers, signs and sends letters;
 * `charges`: each of these roles is held by somebody today; `number-heads`: files get numbers; `letterhead`: letters say where the
 * office is; `signing-key`: letters are sealed; `mail`: they leave by e-mail; `backup`: it is recent.
 */
export const CHECKLIST_ITEMS = [
  'posts',
  'charges',
  'number-heads',
  'letterhead',
  'signing-key',
  'mail',
  'backup',
] as const;
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

export const Checklist = z
  .object({
    items: z.array(
      z.object({
        item: z.enum(CHECKLIST_ITEMS),
        isDone: z.boolean(),
        /** No letter goes out without it. */
        isNeeded: z.boolean(),
      }),
    ),
    /** Nothing that is needed is missing. */
    isReady: z.boolean(),
  })
  .meta({ id: 'Checklist' });
export type Checklist = z.infer<typeof Checklist>;

export const upkeepOperations = {
  getChecklist: operation('GET', '/checklist', {
    summary: 'Show what is missing before the first letter can go out',
    answer: Checklist,
    shows: ['connections', 'establishment', 'letterhead', 'numbers', 'trust'],
    refuses: ['not-allowed'],
  }),
  listTroubles: operation('GET', '/troubles', {
    summary: 'Show what troubles the office, and what of it has crashed',
    answer: OfficeTroubles,
    unattended: true,
    refuses: ['not-allowed'],
  }),
};
