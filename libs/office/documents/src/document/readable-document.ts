import { type Actor, rowFilter } from '@patravali/authorization';
import type { Parameters } from '@patravali/database';
import type { DocumentUses } from './document-uses';
import { Document } from './document.entity';

/** The condition under which the actor reads the document `d` of this id, its bytes as its text. */
export function readableDocument(
  { organisationId, ability }: Actor,
  uses: DocumentUses,
  documentId: string,
  parameters: Parameters,
): string {
  const { bind } = parameters;
  const readable = [rowFilter(ability, 'read', Document, 'd', parameters), ...uses.readable(ability, parameters)];
  return `d.organisation_id = ${bind(organisationId)} AND d.id = ${bind(documentId)} AND (${readable.join(' OR ')})`;
}
