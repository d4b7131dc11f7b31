import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { DispatchView, IssueRow, Language } from '@patravali/contract';
import { headOf, type RegisterPeriod, wholeRegister } from '@patravali/dak';
import { select } from '@patravali/database';
import { fill, formatDate, label, messagesOf } from '@patravali/messages';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DISPATCH_VIEW, DISPATCHES } from './issue-row';
import { ListIssues } from './list-issues';

const WIDTHS = {
  ...{ number: 4, issuedOn: 3, recipient: 6, subject: 7, file: 5 },
  ...{ language: 3, mode: 3, tracking: 3, state: 4 },
};
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

/** The dispatch register of some days on paper, oldest first, a line for each dispatch; with the language. */
@Injectable()
export class DownloadDispatchRegister {
  constructor(
    private readonly listIssues: ListIssues,
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws Refusal `invalid-input` for a period with more than 5,000 letters, `press-unavailable`. */
  async execute(actor: Actor, period: RegisterPeriod, language: Language): Promise<Uint8Array> {
    const issues = await wholeRegister((cursor) => this.listIssues.execute(actor, { limit: 200, ...period, cursor }));
    const sent = await this.dispatchesOf(actor, issues);
    const words = messagesOf('dispatch-register', language);
    return await this.typesetter.register({
      title: words.title,
      language,
      from: period.from ?? null,
      to: period.to ?? null,
      columns: COLUMNS.map((name) => ({ heading: words[name], width: WIDTHS[name] })),
      rows: issues.reverse().flatMap((issue) => lines(issue, sent.get(issue.id) ?? [], language)),
      ...(await headOf(this.database, actor, language)),
    });
  }

  private async dispatchesOf(actor: Actor, issues: readonly IssueRow[]): Promise<Map<string, DispatchView[]>> {
    const rows = await select(
      this.database,
      z.object({ issueId: z.uuid(), items: z.array(DISPATCH_VIEW.row) }),
      `SELECT s.issue_id AS "issueId", jsonb_agg(${DISPATCH_VIEW.json} ORDER BY s.position, s.at) AS items
       FROM ${DISPATCHES} WHERE s.organisation_id = $1 AND s.issue_id = ANY ($2) GROUP BY s.issue_id`,
      [actor.organisationId, issues.map(({ id }) => id)],
    );
    return new Map(rows.map(({ issueId, items }) => [issueId, items]));
  }
}

/** A letter that has been sent to nobody yet has one line, which says so by its empty cells. */
function lines(issue: IssueRow, dispatches: readonly DispatchView[], language: Language): string[][] {
  const letter = {
    number: issue.number,
    issuedOn: formatDate('register', issue.issuedOn, language),
    subject: issue.subject,
    file: issue.file?.number ?? '',
    language: label(language, 'letterLanguage', issue.language),
  };
  const unsent = { recipient: issue.addressee, mode: '', tracking: '', state: '' };
  const sendings = dispatches.length > 0 ? dispatches.map((each) => sending(each, language)) : [unsent];
  return sendings.map((each) => {
    const cells: Record<Column, string> = { ...letter, ...each };
    return COLUMNS.map((name) => cells[name]);
  });
}

function sending({ addressee, asCopy, mode, trackingNumber, state, sentAt }: DispatchView, language: Language) {
  const name = [addressee.name, addressee.designation].filter(Boolean).join(', ');
  const day = sentAt ? formatDate('register', sentAt, language) : '';
  return {
    recipient: asCopy ? fill(messagesOf('dispatch-register', language).copy, { name }, language) : name,
    mode: label(language, 'dispatchMode', mode),
    tracking: trackingNumber ?? '',
    state: [label(language, 'dispatchState', state), day].filter(Boolean).join(', '),
  };
}
