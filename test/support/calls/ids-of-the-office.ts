import { randomUUID } from 'node:crypto';
import type { TestOffice } from '../office/test-office';
import type { Chance } from './chance';

/** A thing of an office, and the post on whose desk it lies, as far as one can say. */
interface Known {
  readonly kind: string;
  readonly id: string;
  readonly desk: string | null;
}

const KNOWN = `
  SELECT 'file' AS kind, file_id AS id, holder_post_id AS desk FROM file_custody
  UNION ALL SELECT 'receipt', id, holder_post_id FROM receipt
  UNION ALL SELECT 'document', id, uploaded_by_post_id FROM document
  UNION ALL SELECT 'draft', d.id, c.holder_post_id FROM draft d JOIN file_custody c USING (file_id)
  UNION ALL SELECT 'comment', b.id, b.post_id FROM draft_comment b
  UNION ALL SELECT 'issue', id, signatory_post_id FROM issue
  UNION ALL SELECT 'dispatch', d.id, i.signatory_post_id FROM dispatch d JOIN issue i ON i.id = d.issue_id
  UNION ALL SELECT 'consulted', id, post_id FROM consulted_post
  UNION ALL SELECT 'note', p.id, c.holder_post_id FROM pending_note p JOIN file_custody c USING (file_id)
  UNION ALL SELECT 'note', id, author_post_id FROM note
  UNION ALL SELECT 'note', id, post_id FROM note_set_aside
  UNION ALL SELECT 'pdf', id, post_id FROM asked_pdf
  UNION ALL SELECT 'view', id, post_id FROM desk_view
  UNION ALL SELECT 'phrase', q.id, t.post_id FROM quick_phrase q LEFT JOIN tenure t ON t.user_id = q.user_id
  UNION ALL SELECT 'key', k.id, t.post_id FROM signing_key k LEFT JOIN tenure t ON t.user_id = k.user_id
  UNION ALL SELECT 'template', id, NULL FROM draft_template
  UNION ALL SELECT 'head', id, NULL FROM number_head
  UNION ALL SELECT 'group', id, NULL FROM synonym_group
  UNION ALL SELECT 'unit', id, NULL FROM unit
  UNION ALL SELECT 'category', id, NULL FROM case_category
  UNION ALL SELECT 'person', id, NULL FROM office_user
  UNION ALL SELECT 'post', id, id FROM post`;

/** Which kind of thing a field or parameter names: the first whose word is in it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/otherFile|file/i, 'file'],
  [/receipt|inReplyTo|replyTo/i, 'receipt'],
  [/document/i, 'document'],
  [/draft/i, 'draft'],
  [/comment/i, 'comment'],
  [/issue|letter/i, 'issue'],
  [/dispatch/i, 'dispatch'],
  [/consult/i, 'consulted'],
  [/note/i, 'note'],
  [/pdf/i, 'pdf'],
  [/view/i, 'view'],
  [/phrase/i, 'phrase'],
  [/key/i, 'key'],
  [/template/i, 'template'],
  [/head/i, 'head'],
  [/group/i, 'group'],
  [/unit/i, 'unit'],
  [/category/i, 'category'],
  [/person|user/i, 'person'],
  [/post|from|with|signator|holder/i, 'post'],
];

/** The ids of all there is in the database, of this office and of the other, by what they name. */
export class IdsOfTheOffice {
  private known: readonly Known[] = [];
  private readonly byKind = new Map<string, readonly Known[]>();

  constructor(private readonly office: TestOffice) {}

  /** As they are now. What was made first comes first, so that the same seed meets the same. */
  async lookAgain(): Promise<void> {
    this.known = await this.office.rows<Known>(`SELECT * FROM (${KNOWN}) known ORDER BY kind, id, desk`);
    this.byKind.clear();
  }

  /** What that field might name: mostly a thing of that kind, sometimes any thing or one that is nowhere. */
  draw(field: string, chance: Chance, isStraying: boolean): Pick<Known, 'id' | 'desk'> {
    if (isStraying && chance.oneIn(4)) return { id: randomUUID(), desk: null };
    const kind = KINDS.find(([words]) => words.test(field))?.[1];
    const ofKind = this.ofKind(kind ?? '');
    return chance.of(ofKind.length === 0 || (isStraying && chance.oneIn(3)) ? this.known : ofKind);
  }

  private ofKind(kind: string): readonly Known[] {
    const before = this.byKind.get(kind);
    if (before) return before;
    const found = this.known.filter((each) => each.kind === kind);
    this.byKind.set(kind, found);
    return found;
  }
}
