import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type Correction,
  diaryNumberIn,
  DiaryRow,
  type FindDiary,
  type Language,
  markingIn,
  type Named,
} from '@patravali/contract';
import { fill, formatDate } from '@patravali/language';
import { correspondencePages, entryValue, label, messagesOf } from '@patravali/messages';
import { namesOfPosts, withPosts } from '@patravali/organisation';
import type { Sheet } from '@patravali/spreadsheet';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { checkpointLine } from './checkpoint-line';
import { ListDiary } from './list-diary';
import { headOf, type Narrowed, narrowedTitle, wholeRegister } from './register-rows';

/** In millimetres of the sheet: a date, a diary or file number and the heading of each column stand on one line. */
const WIDTHS = {
  diaryNumber: 24,
  receivedOn: 24,
  sender: 42,
  letter: 38,
  subject: 58,
  language: 21,
  deliveryMode: 28,
  where: 38,
};

type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

/** What the diary is asked for, whole and not page by page. */
export type DiaryAsked = Omit<FindDiary, 'limit' | 'cursor'>;

/** The diary of some days as a printed register and for a spreadsheet program, oldest first. */
@Injectable()
export class DownloadDiary {
  constructor(
    private readonly diary: ListDiary,
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws Refusal `invalid-input` for a period with more than 5,000 letters, `typesetter-unavailable`. */
  async execute(actor: Actor, asked: DiaryAsked, language: Language): Promise<Uint8Array> {
    const words = messagesOf('diary-register', language);
    return await this.typesetter.register({
      title: narrowedTitle(words.title, await this.narrowed(actor, asked, language)),
      language,
      from: asked.from ?? null,
      to: asked.to ?? null,
      columns: COLUMNS.map((name) => ({ heading: words[name], width: WIDTHS[name] })),
      rows: await this.rows(actor, asked, language),
      checkpoint: await checkpointLine(this.database, language),
      ...(await headOf(this.database, actor, language)),
    });
  }

  /** The same lines for a spreadsheet program. @throws Refusal `invalid-input` for a period with more than 5,000 letters. */
  async sheet(actor: Actor, asked: DiaryAsked, language: Language): Promise<Sheet> {
    const words = messagesOf('diary-register', language);
    const columns = COLUMNS.map((name) => words[name]);
    return { title: words.title, columns, rows: await this.rows(actor, asked, language) };
  }

  private async rows(actor: Actor, asked: DiaryAsked, language: Language): Promise<string[][]> {
    const rows = await wholeRegister((cursor) => this.diary.execute(actor, { ...asked, limit: 200, cursor }));
    const shown = await withPosts(this.database, actor, z.array(DiaryRow), rows);
    return shown.reverse().map((row) => cells(row, language));
  }

  private async narrowed(actor: Actor, asked: DiaryAsked, language: Language): Promise<Narrowed> {
    const words = messagesOf('diary-register', language);
    const { party, numberHas, mode, state, desk } = asked;
    const named = desk === undefined ? {} : await namesOfPosts(this.database, actor, new Set([desk]));
    return [
      [words.sender, party],
      [words.letter, numberHas],
      [words.deliveryMode, mode && label(language, 'deliveryMode', mode)],
      [words.where, state && label(language, 'receiptState', state)],
      [words.where, desk && markingIn(named[desk], language)],
    ];
  }
}

function cells(row: Named<DiaryRow>, language: Language): string[] {
  const day = (date: string | null) => (date ? formatDate('register', date, language) : '');
  const cell: Record<Column, string> = {
    diaryNumber: diaryNumberIn(row, language),
    receivedOn: day(row.receivedOn),
    sender: [row.senderName, row.senderDesignation].filter(Boolean).join(', '),
    letter: [row.letterNumber, day(row.letterDate)].filter(Boolean).join(', '),
    subject: [
      row.subject,
      ...found(row, language),
      ...row.corrections.map((each) => corrected(each, language)),
      ...closed(row, language),
    ].join('\n'),
    language: label(language, 'letterLanguage', row.language),
    deliveryMode: [label(language, 'deliveryMode', row.deliveryMode), row.cover && label(language, 'cover', row.cover)]
      .filter(Boolean)
      .join(', '),
    where: whereabouts(row, language),
  };
  return COLUMNS.map((name) => cell[name]);
}

/** What the scan carries that acts, or leads out of it. */
function found({ active }: Named<DiaryRow>, language: Language): string[] {
  if (!active || active.length === 0) return [];
  const list = active.map((each) => label(language, 'activeContent', each)).join(', ');
  return [fill(messagesOf('diary-register', language).active, { list }, language)];
}

/** Readers of the file learn where in it the letter lies; others that it lies in one. */
function whereabouts({ file, placed, holder, state }: Named<DiaryRow>, language: Language): string {
  if (file) return [file.number, placed && correspondencePages(placed)].filter(Boolean).join(' · ');
  return holder ? markingIn(holder, language) : label(language, 'receiptState', state);
}

/** A small line below the subject: when, by whom and what, the old value beside the new one. */
function corrected({ at, by, reason, changes }: Named<Correction>, language: Language): string {
  const words = messagesOf('diary-register', language);
  const shown = {
    label: (list: string, value: string) => label(language, list, value),
    day: (day: string) => formatDate('register', day, language),
  };
  const lines = changes.map(({ field, before, after }) => {
    const values = { before: entryValue(field, before, shown), after: entryValue(field, after, shown) };
    return fill(words.change, { field: label(language, 'entryField', field), ...values }, language);
  });
  const who = whoAndWhen({ at, by }, language);
  if (reason === null) return [fill(words.completed, who, language), ...lines].join('; ');
  return fill(words.corrected, { ...who, changes: lines.join('; '), reason }, language);
}

/** Another such line: why no file was needed. */
function closed({ closed: closing }: Named<DiaryRow>, language: Language): string[] {
  if (closing === null) return [];
  const { reason } = closing;
  return [fill(messagesOf('diary-register', language).closed, { ...whoAndWhen(closing, language), reason }, language)];
}

const whoAndWhen = ({ at, by }: Pick<Named<Correction>, 'at' | 'by'>, language: Language) => ({
  day: formatDate('register', at, language),
  name: by.name[language],
  post: markingIn(by.post, language),
});
