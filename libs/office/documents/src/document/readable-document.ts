import { type Actor, rowFilter } from '@patravali/authorization';
import type { Parameters } from '@patravali/database';
import type { DocumentUses } from './document-uses';
import { Document } from './document.entity';

/** The condition under which the actor reads the document `d` of this id, its bytes as its text. */
export function readableDocument(actor: Actor, uses: DocumentUses, documentId: string, parameters: Parameters): string {
  const { bind } = parameters;
  const readable = reads(actor, uses, parameters, { asRecorded: true });
  return `d.organisation_id = ${bind(actor.organisationId)} AND d.id = ${bind(documentId)} AND ${readable}`;
}

/** Whether the actor reads the document `d`; not `asRecorded`: if it were the one that is named where it is. */
export function reads(
  { ability }: Actor,
  uses: DocumentUses,
  parameters: Parameters,
  { asRecorded }: { readonly asRecorded: boolean },
): string {
  const own = rowFilter(ability, 'read', Document, 'd', parameters);
  return `(${[own, ...uses.readable(ability, parameters, asRecorded)].join(' OR ')})`;
}
