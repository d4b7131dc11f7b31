import { RECIPIENTS } from '@patravali/letters';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ActorRef,
  diaryNumberIn,
  type DispatchView,
  type FindIssues,
  IssueRow,
  type Language,
  markingIn,
  type Named,
  type Sending,
} from '@patravali/contract';
import { headOf, type Narrowed, narrowedTitle, wholeRegister } from '@patravali/dak';
import { select } from '@patravali/database';
import { fill, formatDate } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import { namesOfPosts, withPosts } from '@patravali/organisation';
import type { Sheet } from '@patravali/spreadsheet';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { SENDING } from './issue-row';
import { ListIssues } from './list-issues';

/** In millimetres of the sheet: a date and a number stand on one line each. */
const WIDTHS = {
  number: 34,
  issuedOn: 21,
  recipient: 30,
  subject: 29,
  file: 40,
  approvedBy: 23,
  issuedBy: 24,
  language: 19,
  mode: 33,
  state: 22,
};
type Column = keyof typeof WIDTHS;

/** What the register is asked for, whole and not page by page. */
export type IssuesAsked = Omit<FindIssues, 'limit' | 'cursor'>;

const COLUMNS = Object.keys(WIDTHS) as Column[];

/**
 * The dispatch register of some days on paper, oldest first: a line for each dispatch, and for each addressee who was not
 * sent the letter; with the language. A number that was cancelled, or whose letter is being made, is one line.
 */
@Injectable()
export class DownloadDispatchRegister {
  constructor(
    private readonly listIssues: ListIssues,
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws Refusal `invalid-input` for a period with more than 5,000 letters, `typesetter-unavailable`. */
  async execute(actor: Actor, asked: IssuesAsked, language: Language): Promise<Uint8Array> {
    const words = messagesOf('dispatch-register', language);
    return await this.typesetter.register({
      title: narrowedTitle(words.title, await this.narrowed(actor, asked, language)),
      language,
      from: asked.from ?? null,
      to: asked.to ?? null,
      columns: COLUMNS.map((name) => ({ heading: words[name], width: WIDTHS[name] })),
      rows: await this.rows(actor, asked, language),
      ...(await headOf(this.database, actor, language)),
    });
  }

  /** The same lines for a spreadsheet program. @throws Refusal `invalid-input` for a period with more than 5,000 letters. */
  async sheet(actor: Actor, asked: IssuesAsked, language: Language): Promise<Sheet> {
    const words = messagesOf('dispatch-register', language);
    const columns = COLUMNS.map((name) => words[name]);
    return { title: words.title, columns, rows: await this.rows(actor, asked, language) };
  }

  private async rows(actor: Actor, asked: IssuesAsked, language: Language): Promise<string[][]> {
    const issues = await wholeRegister((cursor) => this.listIssues.execute(actor, { ...asked, limit: 200, cursor }));
    const [sendings, shown] = await Promise.all([
      this.sendingsOf(actor, issues),
      withPosts(this.database, actor, z.array(IssueRow), issues),
    ]);
    return shown.reverse().flatMap((issue) => linesOf(issue, sendings.get(issue.id) ?? [], language));
  }

  private async narrowed(actor: Actor, asked: IssuesAsked, language: Language): Promise<Narrowed> {
    const words = messagesOf('dispatch-register', language);
    const { party, numberHas, mode, state, signatory } = asked;
    const named = signatory === undefined ? {} : await namesOfPosts(this.database, actor, new Set([signatory]));
    const list = state === 'to_dispatch' ? 'sendingState' : 'issueState';
    return [
      [words.recipient, party],
      [words.number, numberHas],
      [words.mode, mode && label(language, 'dispatchMode', mode)],
      [words.state, state && label(language, list, state === 'to_dispatch' ? 'to_send' : state)],
      [words.signatory, signatory && markingIn(named[signatory], language)],
    ];
  }

  private async sendingsOf(actor: Actor, issues: readonly IssueRow[]): Promise<Map<string, Sending[]>> {
    const rows = await select(
      this.database,
      z.object({ issueId: z.uuid(), items: z.array(SENDING.row) }),
      `SELECT n.issue_id AS "issueId", jsonb_agg(${SENDING.json} ORDER BY n.position) AS items
       FROM ${RECIPIENTS} WHERE n.organisation_id = $1 AND n.issue_id = ANY ($2) GROUP BY n.issue_id`,
      [actor.organisationId, issues.map(({ id }) => id)],
    );
    return new Map(rows.map(({ issueId, items }) => [issueId, items]));
  }
}

function linesOf(issue: Named<IssueRow>, sendings: readonly Sending[], language: Language): string[][] {
  const letter = {
    number: issue.number,
    issuedOn: formatDate('register', issue.issuedOn, language),
    subject: issue.subject,
    file: issue.fileNumber,
    approvedBy: personAt(issue.approvedBy, language),
    issuedBy: personAt(issue.issuedBy, language),
    language: label(language, 'letterLanguage', issue.language),
  };
  const lines =
    issue.state === 'issued'
      ? [
          ...withdrawalOf(issue, language),
          ...sendings.flatMap((sending) =>
            fatesOf(sending, language).map((fate) => ({ recipient: recipientOf(sending, language), ...fate })),
          ),
        ]
      : [{ recipient: issue.addressee, ...unissued(issue, language) }];
  return lines.map((line) => {
    const cells: Record<Column, string> = { ...letter, ...line };
    return COLUMNS.map((name) => cells[name]);
  });
}

const personAt = ({ name, post }: Named<ActorRef>, language: Language): string =>
  `${name[language]}, ${markingIn(post, language)}`;

function recipientOf({ addressee, asCopy }: Sending, language: Language): string {
  const name = [addressee.name, addressee.designation].filter(Boolean).join(', ');
  return asCopy ? fill(messagesOf('dispatch-register', language).copy, { name }, language) : name;
}

type DispatchCells = Pick<Record<Column, string>, 'mode' | 'state'>;

/** Of a number without a letter: that it was cancelled, when and why, or that the letter is being made. */
const unissued = ({ state, cancelled }: Named<IssueRow>, language: Language): DispatchCells => ({
  mode: cancelled?.reason ?? '',
  state: dated('issueState', state, cancelled?.at, language),
});

/** Of a letter that no longer holds a line of its own, before those of its addressees: since when, and why. */
function withdrawalOf({ addressee, withdrawn }: Named<IssueRow>, language: Language) {
  if (!withdrawn) return [];
  const { kind, reason, at, later } = withdrawn;
  const mode = later ? `${later.number}: ${reason}` : reason;
  return [{ recipient: addressee, mode, state: dated('withdrawalKind', kind, at, language) }];
}

/** Each dispatch by itself; then, if the letter has yet to be sent or is not to be sent, that. */
function fatesOf({ state, notToBeSent, dispatches }: Sending, language: Language): DispatchCells[] {
  const open = { mode: notToBeSent?.reason ?? '', state: dated('sendingState', state, notToBeSent?.at, language) };
  const isOpen = state === 'to_send' || state === 'not_to_be_sent' || dispatches.length === 0;
  return [...dispatches.map((each) => dispatched(each, language)), ...(isOpen ? [open] : [])];
}

function dispatched(sent: DispatchView, language: Language): DispatchCells {
  const { mode, email, trackingNumber, state, sentAt, endedAt, report } = sent;
  const diaryNumber = diaryNumberIn(sent, language);
  const how = [label(language, 'dispatchMode', mode), email, diaryNumber, trackingNumber].filter(Boolean).join(', ');
  const reported = report?.dismissedAt === null ? [dated('reportedOutcome', report.outcome, report.at, language)] : [];
  return { mode: how, state: [dated('dispatchState', state, endedAt ?? sentAt, language), ...reported].join('; ') };
}

const dated = (list: string, state: string, at: string | null | undefined, language: Language): string =>
  [label(language, list, state), at && formatDate('register', at, language)].filter(Boolean).join(', ');
