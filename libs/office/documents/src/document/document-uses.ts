import { Injectable } from '@nestjs/common';
import type { Ability } from '@patravali/authorization';
import type { Parameters } from '@patravali/database';
import { z } from 'zod';

/** Where a document belongs, as people call it. */
export const DOCUMENT_PLACE = z.object({
  kind: z.enum(['receipt', 'file', 'issue', 'charge', 'template']),
  name: z.string(),
});
export type DocumentPlace = z.infer<typeof DOCUMENT_PLACE>;

/** How an area uses documents: in which of its rows a document is named, and who reads it for that. */
export interface DocumentUse {
  /** The rows that name the document `d`, as what stands after FROM, with the condition that ties them to `d`. */
  readonly rows: { readonly source: string; readonly where: string };
  /** What people call such a row, as an expression: a diary number, a file with its page, the number of a letter. */
  readonly name: { readonly kind: DocumentPlace['kind']; readonly expression: string };
  /** Which of these rows the ability lets a person read. */
  readonly readable: (ability: Ability, parameters: Parameters) => string;
  /** Which of these rows name the document that the events say: all of them unless said otherwise. */
  readonly asRecorded?: string;
}

/**
 * What documents are used for. Documents know nothing of receipts, files and letters: each of their areas registers
 * here, and its readers then read the document too.
 */
@Injectable()
export class DocumentUses {
  private readonly uses: DocumentUse[] = [];

  register(use: DocumentUse): void {
    this.uses.push(use);
  }

  /**
   * Whether somebody reads the document `d` for one of its uses, as conditions of which one suffices.
   * @param asRecorded false: also for a use in which, by the events, another document should be named.
   */
  readable(ability: Ability, parameters: Parameters, asRecorded: boolean): string[] {
    return this.uses.map(({ rows, readable, asRecorded: right = 'TRUE' }) => {
      const condition = `${readable(ability, parameters)} AND ${asRecorded ? right : 'TRUE'}`;
      return `EXISTS (SELECT FROM ${rows.source} WHERE ${rows.where} AND ${condition})`;
    });
  }

  /** Whether the document `d` is used by nothing yet. */
  unused(): string {
    const uses = this.uses.map(({ rows }) => `NOT EXISTS (SELECT FROM ${rows.source} WHERE ${rows.where})`);
    return ['TRUE', ...uses].join(' AND ');
  }

  /** Every place of the document `d`, as an expression: a JSON list of `DOCUMENT_PLACE`. */
  places(): string {
    const lists = this.uses.map(
      ({ rows, name: { kind, expression } }) =>
        `(SELECT COALESCE(jsonb_agg(jsonb_build_object('kind', '${kind}', 'name', ${expression}) ORDER BY ${expression}), '[]')
          FROM ${rows.source} WHERE ${rows.where})`,
    );
    return [`'[]'::jsonb`, ...lists].join(' || ');
  }
}
