import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type Bilingual, type Language, PageQuery, type ReceiptRow } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { label } from '@patravali/messages';
import { PRESS, type Press, printedDay, type RegisterData } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { ListDiary } from './list-diary';
import en from './register-words.en.json';
import hi from './register-words.hi.json';

const WORDS = { hi, en };
const WIDTHS = {
  diaryNumber: 3,
  receivedOn: 3,
  sender: 6,
  letter: 5,
  subject: 9,
  language: 2,
  deliveryMode: 3,
  where: 4,
};
/** A register that is longer is asked for in parts: typesetting is bounded in time. */
const MOST_ROWS = 5000;

export interface RegisterPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The diary of some days as a printed register, oldest first. */
@Injectable()
export class DownloadDiary {
  constructor(
    private readonly diary: ListDiary,
    private readonly database: EntityManager,
    @Inject(PRESS) private readonly press: Press,
  ) {}

  /** @throws Refusal `invalid-input` for a period with more than 5,000 letters, `press-unavailable`. */
  async execute(actor: Actor, period: RegisterPeriod, language: Language): Promise<Uint8Array> {
    const rows = await wholeRegister((cursor) =>
      this.diary.execute(actor, { ...PageQuery.parse({ limit: 200 }), ...period, cursor }),
    );
    return await this.press.register({
      kind: 'diary',
      language,
      from: period.from ?? null,
      to: period.to ?? null,
      columns: Object.entries(WIDTHS).map(([name, width]) => ({
        heading: WORDS[language][name as keyof typeof WIDTHS],
        width,
      })),
      rows: rows.reverse().map((row) => cells(row, language)),
      ...(await headOf(this.database, actor, language)),
    });
  }
}

/** Every page of a register. @throws Refusal `invalid-input` if it is too long to be printed at once. */
export async function wholeRegister<T>(
  page: (cursor: string | undefined) => Promise<{ items: T[]; next: string | null }>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await page(cursor);
    rows.push(...items);
    if (next === null) return rows;
    if (rows.length >= MOST_ROWS) {
      throw new Refusal('invalid-input', { most: MOST_ROWS }, { errors: [{ pointer: '#/from', detail: 'too-long' }] });
    }
    cursor = next;
  }
}

/** What stands at the head and the foot of a register: whose it is, who had it made, and when. */
export async function headOf(
  database: EntityManager,
  actor: Actor,
  language: Language,
): Promise<Pick<RegisterData, 'office' | 'unit' | 'generated'>> {
  const [head] = await database.query<{ office: Bilingual; unit: Bilingual; at: Date }[]>(
    `SELECT jsonb_build_object('hi', o.name_hi, 'en', o.name_en) AS office,
       jsonb_build_object('hi', u.name_hi, 'en', u.name_en) AS unit, clock_timestamp() AS at
     FROM organisation o JOIN unit u ON u.organisation_id = o.id WHERE o.id = $1 AND u.id = $2`,
    [actor.organisationId, actor.post.unitId],
  );
  if (!head) throw new Error('The acting post has no unit');
  const office = head.office[language];
  const by = { by: actor.name[language], post: actor.post.marking, office, at: head.at.toISOString() };
  return { office, unit: head.unit[language], generated: by };
}

function cells(row: ReceiptRow, language: Language): string[] {
  const day = (date: string | null) => (date ? printedDay(date, language) : '');
  const cell: Record<keyof typeof WIDTHS, string> = {
    diaryNumber: row.diaryNumber,
    receivedOn: day(row.receivedOn),
    sender: [row.senderName, row.senderDesignation].filter(Boolean).join(', '),
    letter: [row.letterNumber, day(row.letterDate)].filter(Boolean).join(', '),
    subject: row.subject,
    language: label(language, 'letterLanguage', row.language),
    deliveryMode: label(language, 'deliveryMode', row.deliveryMode),
    where: row.file?.number ?? row.holder?.marking ?? label(language, 'receiptState', row.state),
  };
  return Object.keys(WIDTHS).map((name) => cell[name as keyof typeof WIDTHS]);
}
