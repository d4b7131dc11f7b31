import { Bilingual, oneLine, operation, PageQuery, Reason, WrittenText } from '@patravali/contract-base';
import { z } from 'zod';
import { EnclosedDocument } from '../../documents/contract/enclosures';
import { Addressee } from '../../letters/contract/addressee';
import { LETTER_FORM_PARTS, LETTER_FORMS } from '../../letters/contract/letter-forms';
import { pageOf } from '../../organisation/contract/list';
import { UnitRef } from '../../organisation/contract/organisation';
import { LETTER_LANGUAGES } from '../../organisation/contract/vocabulary';
import { MOST_ADDRESSEES } from './drafts';
import { unknownFieldsOf } from './merge-fields';

/** For whoever works in the office, or in one unit. */
export const TEMPLATE_OWNERS = ['office', 'unit'] as const;

/** What a template says in one language. Names in braces are filled in when a draft begins from it. */
const TemplateText = z.strictObject({
  subject: oneLine(1000),
  salutation: oneLine(100).nullable().default(null),
  body: WrittenText,
});

/** The words of a template; of one in both languages the English stands beside the Hindi. */
export const TemplateContent = TemplateText.extend({
  english: TemplateText.optional(),
  /** To whom such letters go, who gets a copy, and what goes with them; whatever is left out is typed. */
  addressees: z.array(Addressee).min(1).max(MOST_ADDRESSEES.together).optional(),
  copyTo: z.array(Addressee).min(1).max(100).optional(),
  enclosures: z.array(oneLine(300)).min(1).max(50).optional(),
})
  .refine((content) => unknownFieldsOf(content).length === 0, { error: 'unknown-field', path: ['body'] })
  .meta({ id: 'TemplateContent' });
export type TemplateContent = z.infer<typeof TemplateContent>;

/** What a series of issue numbers is made of: `{serial}` and `{year}`, and the unit where it is asked for. */
const ISSUE_NUMBER_FIELDS = ['{serial}', '{year}', '{unit}'];

/** Without serial and year two letters would have one number; more is not known when it is drawn. */
export function isIssueSeries(template: string): boolean {
  const used: readonly string[] = template.match(/\{\w*\}/g) ?? [];
  return ['{serial}', '{year}'].every((field) => used.includes(field)) && used.every(isIssueField);
}

const isIssueField = (field: string): boolean => ISSUE_NUMBER_FIELDS.includes(field);

/** Whether a letter of this form is written to somebody. */
export const hasAddressees = (form: (typeof LETTER_FORMS)[number]): boolean =>
  LETTER_FORM_PARTS[form].addressees !== 'none';

export const TemplateCode = oneLine(30).regex(/^[^\s/]+$/u, 'name');
const typedName = oneLine(200);

/** Adds a template, or brings the one of this code up to date and into use again. */
export const KeepDraftTemplate = z
  .strictObject({
    of: z.enum(TEMPLATE_OWNERS),
    code: TemplateCode,
    name: z.strictObject({ hi: typedName, en: typedName }),
    form: z.enum(LETTER_FORMS),
    language: z.enum(LETTER_LANGUAGES),
    content: TemplateContent,
    /** In which series letters that began from it are numbered, `{serial}/GO/{year}`; null: in that of the office. */
    series: oneLine(100).refine(isIssueSeries, 'issue-series').nullable().default(null),
  })
  .refine(({ language, content }) => content.english === undefined || language === 'bilingual', {
    error: 'one-language',
    path: ['content', 'english'],
  })
  .refine(({ form, content }) => content.addressees === undefined || hasAddressees(form), {
    error: 'not-in-form',
    path: ['content', 'addressees'],
  })
  .meta({ id: 'KeepDraftTemplate' });
export type KeepDraftTemplate = z.infer<typeof KeepDraftTemplate>;

/** A text from which drafts begin. */
export const DraftTemplate = z
  .object({
    id: z.uuid(),
    /** Null when it is for the whole office. */
    unit: UnitRef.nullable(),
    code: z.string(),
    name: Bilingual,
    form: z.enum(LETTER_FORMS),
    language: z.enum(LETTER_LANGUAGES),
    content: TemplateContent,
    series: z.string().nullable(),
    /** What goes with drafts that begin from it, in its order. */
    documents: z.array(EnclosedDocument),
    /** Drafts may begin from it. */
    inUse: z.boolean(),
  })
  .meta({ id: 'DraftTemplate' });
export type DraftTemplate = z.infer<typeof DraftTemplate>;

/** Those of the office and of the unit of one's acting post; without `inUse` also those that are retired. */
export const ListDraftTemplates = PageQuery.extend({
  form: z.enum(LETTER_FORMS).optional(),
  language: z.enum(LETTER_LANGUAGES).optional(),
  inUse: z.stringbool().optional(),
});
export type ListDraftTemplates = z.infer<typeof ListDraftTemplates>;

/** What the actor's post has uploaded, and nothing uses yet, goes with drafts that begin from the template from now on. */
export const AddTemplateDocument = z
  .strictObject({ documentId: z.uuid().toLowerCase(), title: oneLine(300), reason: Reason })
  .meta({ id: 'AddTemplateDocument' });
export type AddTemplateDocument = z.infer<typeof AddTemplateDocument>;

export const TakeOffTemplateDocument = z.strictObject({ reason: Reason }).meta({ id: 'TakeOffTemplateDocument' });
export type TakeOffTemplateDocument = z.infer<typeof TakeOffTemplateDocument>;

export const DraftTemplateKept = z.object({ id: z.uuid() }).meta({ id: 'DraftTemplateKept' });
export type DraftTemplateKept = z.infer<typeof DraftTemplateKept>;

export const draftTemplateOperations = {
  listDraftTemplates: operation('GET', '/draft-templates', {
    summary: 'List the templates for letters',
    query: ListDraftTemplates,
    answer: pageOf(DraftTemplate),
    shows: ['templates'],
  }),
  keepDraftTemplate: operation('POST', '/draft-templates', {
    summary: 'Add or change a template for letters',
    body: KeepDraftTemplate,
    answer: DraftTemplateKept,
    changes: ['templates'],
    event: 'organisation.template_kept',
  }),
  retireDraftTemplate: operation('POST', '/draft-templates/:templateId/retire', {
    summary: 'Retire a template for letters',
    answer: DraftTemplateKept,
    changes: ['templates'],
    event: 'organisation.template_retired',
    refuses: ['template-retired'],
  }),
  addTemplateDocument: operation('POST', '/draft-templates/:templateId/documents', {
    summary: 'Add a document to a template for letters',
    body: AddTemplateDocument,
    answer: DraftTemplateKept,
    changes: ['templates'],
    event: 'organisation.template_document_added',
    refuses: ['enclosures-too-large', 'template-documents-full', 'template-retired', 'unknown-document'],
  }),
  takeOffTemplateDocument: operation('POST', '/draft-templates/:templateId/documents/:documentId/take-off', {
    summary: 'Take a document off a template for letters',
    body: TakeOffTemplateDocument,
    answer: DraftTemplateKept,
    changes: ['templates'],
    event: 'organisation.template_document_taken_off',
    refuses: ['template-retired'],
  }),
};
