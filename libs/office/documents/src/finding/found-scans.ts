import type { SearchedItems } from '@patravali/search';

export interface ScannedPage {
  readonly page: number;
  readonly text: string;
}

/** What stands on the pages of letters: what was read on scans, and what the others say of themselves. */
export const FOUND_SCANS = {
  kind: 'scan',
  source: 'document_text t',
  id: 't.document_id',
  organisationId: 't.organisation_id',
  at: 't.document_id',
  where: `(t.own <> '[]' OR EXISTS (SELECT FROM page_text p WHERE p.document_id = t.document_id AND p.lines <> '[]'))`,
  content: `(SELECT COALESCE(jsonb_agg(jsonb_build_object('page', each.page, 'text', each.text) ORDER BY each.page), '[]')
    FROM (SELECT p.page, (SELECT string_agg(word #>> '{}', ' ') FROM jsonb_path_query(p.lines, '$[*][*].text') word) AS text
      FROM page_text p WHERE p.document_id = t.document_id AND p.lines <> '[]'
      UNION ALL SELECT own.page, own.text FROM jsonb_to_recordset(t.own) own (page integer, text text)) each)`,
  textsOf: (pages) => ({ title: null, text: pages.map(({ text }) => text).join('\n') }),
} satisfies SearchedItems<readonly ScannedPage[]>;
