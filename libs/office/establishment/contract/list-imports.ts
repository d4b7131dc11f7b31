import { operation, Problem, Reason, XLSX } from '@patravali/contract-base';
import { z } from 'zod';
import { LIST_REFUSALS, UploadedList } from './lists';

/** The user name says who is meant. A cause closes his account; an empty cell or a column left out does not. */
export const PERSON_COLUMNS = ['username', 'nameHi', 'nameEn', 'email', 'closing'] as const;
export type PersonColumn = (typeof PERSON_COLUMNS)[number];

/** The marking in English says which post is meant; units and superiors are named by theirs. */
export const POST_COLUMNS = [
  'marking',
  'markingHi',
  'designationHi',
  'designationEn',
  'level',
  'unit',
  'superior',
  'roles',
  'auditedUnits',
  'informationRole',
  'phone',
  'email',
  'abolished',
] as const;
export type PostColumn = (typeof POST_COLUMNS)[number];

export const ImportList = z.strictObject({ list: UploadedList, reason: Reason }).meta({ id: 'ImportList' });
export type ImportList = z.infer<typeof ImportList>;

export const LINE_CHANGES = ['created', 'changed', 'ended'] as const;
export type LineChange = (typeof LINE_CHANGES)[number];

/** The lines that would change something or are wrong, as the sheet counts them, and how many say what is already so. */
export const ListChecked = z
  .object({
    items: z.array(
      z.object({
        row: z.int(),
        /** Whom or what the line is about. */
        name: z.string(),
        change: z.enum(LINE_CHANGES).nullable(),
        /** What is wrong; its `errors` point at columns: `#/email`. */
        refusal: Problem.nullable(),
      }),
    ),
    same: z.int(),
  })
  .meta({ id: 'ListChecked' });
export type ListChecked = z.infer<typeof ListChecked>;

export const ListImported = z
  .object({ created: z.int(), changed: z.int(), ended: z.int(), same: z.int() })
  .meta({ id: 'ListImported' });
export type ListImported = z.infer<typeof ListImported>;

/** Without rows it is the sheet into which a list is written. */
export const ExportList = z.strictObject({ empty: z.stringbool().optional() });
export type ExportList = z.infer<typeof ExportList>;

const list = { body: ImportList, refuses: [LIST_REFUSALS, 'too-busy'] } as const;
const entered = {
  body: ImportList,
  answer: ListImported,
  refuses: [LIST_REFUSALS, 'too-busy', 'list-with-mistakes', 'list-without-changes'],
} as const;
const sheet = { query: ExportList, perMinute: 30, refuses: ['not-allowed'] } as const;

export const listImportOperations = {
  checkPeopleList: operation('POST', '/people/list/check', {
    summary: 'Check a list of people',
    description:
      'Changes nothing: says line by line what `created`, `changed` or `ended` would be and what is wrong. What the list does not name stays as it is.',
    answer: ListChecked,
    changes: [],
    ...list,
  }),
  importPeople: operation('POST', '/people/list', {
    summary: 'Enter, correct and close people by a list',
    description: 'All lines or none, with an event for each as if it had been entered by hand.',
    changes: ['establishment'],
    event: ['user.created', 'user.changed', 'user.closed', 'organisation.people_imported'],
    ...entered,
  }),
  exportPeopleCsv: operation('GET', '/people.csv', {
    summary: 'Export the people of the office as CSV',
    media: 'text/csv',
    ...sheet,
  }),
  exportPeopleXlsx: operation('GET', '/people.xlsx', {
    summary: 'Export the people of the office as a spreadsheet',
    media: XLSX,
    ...sheet,
  }),
  checkPostList: operation('POST', '/posts/list/check', {
    summary: 'Check a list of posts',
    description: 'Changes nothing, as `checkPeopleList`. Posts may stand in any order.',
    answer: ListChecked,
    changes: [],
    ...list,
  }),
  importPosts: operation('POST', '/posts/list', {
    summary: 'Enter, change and abolish posts by a list',
    description: 'All lines or none, with an event for each as if it had been entered by hand.',
    changes: ['establishment', 'desk', 'waiting'],
    event: [
      'organisation.post_created',
      'organisation.post_changed',
      'organisation.post_abolished',
      'organisation.posts_imported',
    ],
    ...entered,
  }),
  exportPostsCsv: operation('GET', '/posts.csv', {
    summary: 'Export the posts of the office as CSV',
    media: 'text/csv',
    ...sheet,
  }),
  exportPostsXlsx: operation('GET', '/posts.xlsx', {
    summary: 'Export the posts of the office as a spreadsheet',
    media: XLSX,
    ...sheet,
  }),
};
