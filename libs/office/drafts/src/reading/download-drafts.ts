import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  DraftRow,
  type FindDrafts as FindDraftsQuery,
  type Language,
  markingIn,
  type Named,
  roman,
} from '@patravali/contract';
import { wholeRegister } from '@patravali/dak';
import { formatDate } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import { withPosts } from '@patravali/organisation';
import type { Sheet } from '@patravali/spreadsheet';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { FindDrafts } from './find-drafts';

const COLUMNS = ['file', 'draft', 'subject', 'party', 'state', 'number', 'changedOn', 'changedBy'] as const;

/** The drafts that one finds, for a spreadsheet program, the latest change first. */
@Injectable()
export class DownloadDrafts {
  constructor(
    private readonly drafts: FindDrafts,
    private readonly database: EntityManager,
  ) {}

  /** @throws Refusal `invalid-input` for more than 5,000 drafts. */
  async sheet(actor: Actor, asked: Omit<FindDraftsQuery, 'limit' | 'cursor'>, language: Language): Promise<Sheet> {
    const rows = await wholeRegister((cursor) => this.drafts.execute(actor, { ...asked, limit: 200, cursor }));
    const shown = await withPosts(this.database, actor, z.array(DraftRow), rows);
    const words = messagesOf('draft-register', language);
    return {
      title: words.title,
      columns: COLUMNS.map((name) => words[name]),
      rows: shown.map((draft) => cells(draft, language)),
    };
  }
}

function cells(draft: Named<DraftRow>, language: Language): string[] {
  const cell: Record<(typeof COLUMNS)[number], string> = {
    file: draft.file.number,
    draft: `DFA ${roman(draft.ordinal).toUpperCase()}`,
    subject: draft.subject,
    party: draft.addressee,
    state: label(language, 'draftState', draft.state),
    number: draft.issueNumber ?? '',
    changedOn: formatDate('register', draft.changedAt, language),
    changedBy: `${draft.changedBy.name[language]}, ${markingIn(draft.changedBy.post, language)}`,
  };
  return COLUMNS.map((name) => cell[name]);
}
