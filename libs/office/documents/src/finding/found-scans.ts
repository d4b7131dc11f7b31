import type { SearchedItems } from '@patravali/search';

export interface ScannedPage {
  readonly page: number;
  readonly text: string;
}

/** What was read on the pages of scans. */
export const FOUND_SCANS = {
  kind: 'scan',
  source: 'document_text t',
  id: 't.document_id',
  organisationId: 't.organisation_id',
  at: 't.document_id',
  where: `EXISTS (SELECT FROM page_text p WHERE p.document_id = t.document_id AND p.lines <> '[]')`,
  content: `(SELECT COALESCE(jsonb_agg(jsonb_build_object('page', p.page, 'text',
      (SELECT string_agg(word #>> '{}', ' ') FROM jsonb_path_query(p.lines, '$[*][*].text') word)) ORDER BY p.page), '[]')
    FROM page_text p WHERE p.document_id = t.document_id AND p.lines <> '[]')`,
  textsOf: (pages) => ({ title: null, text: pages.map(({ text }) => text).join('\n') }),
} satisfies SearchedItems<readonly ScannedPage[]>;
