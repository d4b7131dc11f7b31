import type { KeepDraftTemplate } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { upsert, type Upserted } from '../organisation/upsert';

export interface TemplateToWrite extends Omit<KeepDraftTemplate, 'of'> {
  /** Null when it is for the whole office. */
  readonly unitId: string | null;
  readonly inUse: boolean;
}

/** Adds a template, or brings the one that its owner knows by this code up to date. */
export function writeDraftTemplate(tx: Transaction, template: TemplateToWrite): Promise<Upserted> {
  const { unitId, code, name, form, language, content, series, inUse } = template;
  return upsert(tx, 'draft_template', {
    unit_id: unitId,
    code,
    name_hi: name.hi,
    name_en: name.en,
    form,
    language,
    content: JSON.stringify(content),
    series,
    in_use: inUse,
  });
}
