import type { Actor } from '@patravali/authorization';
import { type Addressee, DraftContent, filledIn, type Language, type MergeField, withWords } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { formatDate } from '@patravali/language';
import { letterFrame, type LetterFrame } from '@patravali/letters';
import { DraftTemplate, isOffered } from '@patravali/organisation';

interface Beginning {
  readonly fileId: string;
  readonly content: DraftContent;
  readonly templateId: string;
}

/**
 * The content of a draft that begins from a template, with the fields that are known. What is not known stays in its braces.
 * @throws Refusal `template-retired`; `invalid-input` for a template of others, of another form or language, and when the
 * letter gets too long.
 */
export async function begunFromTemplate(
  tx: Transaction,
  actor: Actor,
  { fileId, content, templateId }: Beginning,
): Promise<DraftContent> {
  const template = await tx.find(DraftTemplate, { id: templateId });
  if (!template || !isOffered(template, actor)) throw unfit('#/templateId', 'unknown-template');
  if (!template.inUse) throw new Refusal('template-retired');
  const fits = template.form === content.form && template.language === content.language;
  if (!fits) throw unfit('#/templateId', 'another-form');
  const frame = await letterFrame(tx, actor.organisationId, fileId, content);
  const filled = DraftContent.safeParse(
    withWords(content, (words) => filledIn(words, (field, language) => valueOf(field, language, { content, frame }))),
  );
  if (!filled.success) throw unfit('#/content', 'too-long');
  return filled.data;
}

const unfit = (pointer: string, detail: string) => new Refusal('invalid-input', {}, { errors: [{ pointer, detail }] });

interface Known {
  readonly content: DraftContent;
  readonly frame: LetterFrame;
}

/** What a field is filled with; null while it is not known. */
function valueOf(field: MergeField, language: Language, { content, frame }: Known): string | null {
  const { letterhead, signatory, unit } = frame;
  const dated = (day: string | null | undefined) => (day ? formatDate('letter', day, language) : null);
  const VALUES: Record<MergeField, () => string | null | undefined> = {
    fileNumber: () => frame.fileNumber,
    fileSubject: () => frame.fileSubject,
    today: () => dated(frame.today),
    addressee: () => named(content.addressees[0]),
    replyBy: () => dated(content.replyBy),
    referenceNumber: () => content.reference?.number,
    referenceDate: () => dated(content.reference?.date),
    signatory: () => signatory.holder?.name[language],
    designation: () => signatory.designation[language],
    unit: () => unit.name[language],
    office: () => letterhead.name[language],
  };
  return VALUES[field]() ?? null;
}

const named = (addressee: Addressee | undefined): string | null =>
  [addressee?.name, addressee?.designation].filter(Boolean).join(', ') || null;
