import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { Addressee, DISPATCH_MODES, inLakhs, Instant, type Language, POSTED_MODES } from '@patravali/contract';
import { headOf, type RegisterPeriod } from '@patravali/dak';
import { betweenDays, Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { formatDate } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import { dispatchFilter, ISSUES, numberOnLetter, RECIPIENTS } from '@patravali/letters';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

/** In millimetres of the sheet. */
const WIDTHS = { serial: 12, sentOn: 21, number: 42, recipient: 80, mode: 30, trackingNumber: 40, postage: 22 };
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];
/** What is longer is asked for in parts. */
const MOST_ROWS = 5000;

const POSTED = projection(
  z.object({
    sentAt: Instant,
    number: z.string(),
    addressee: Addressee,
    mode: z.enum(DISPATCH_MODES),
    trackingNumber: z.string().nullable(),
    postage: z.int().nullable(),
  }),
  {
    sentAt: 's.sent_at',
    number: numberOnLetter('i'),
    addressee: 'n.addressee',
    mode: 's.mode',
    trackingNumber: 's.tracking_number',
    postage: 's.postage',
  },
);

/**
 * What was given to the post office on some days, in the order in which it was, with its tracking number and what it cost:
 * the list that goes along with the letters, and the register of postage (G3).
 */
@Injectable()
export class DownloadPostalList {
  constructor(
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** Of the letters that this person may send. @throws Refusal `invalid-input` above 5,000 letters, `typesetter-unavailable`. */
  async execute(actor: Actor, period: RegisterPeriod, language: Language): Promise<Uint8Array> {
    const posted = await this.posted(actor, period);
    const words = messagesOf('postal-list', language);
    const rows = posted.map((each, index): Record<Column, string> => {
      const { name, designation, address } = each.addressee;
      return {
        serial: String(index + 1),
        sentOn: formatDate('register', each.sentAt, language),
        number: each.number,
        recipient: [name, designation, address?.replaceAll('\n', ', ')].filter(Boolean).join(', '),
        mode: label(language, 'dispatchMode', each.mode),
        trackingNumber: each.trackingNumber ?? '',
        postage: each.postage === null ? '' : inRupees(each.postage),
      };
    });
    const total = posted.reduce((sum, { postage }) => sum + (postage ?? 0), 0);
    const sum = COLUMNS.map((name) => (name === 'recipient' ? words.total : name === 'postage' ? inRupees(total) : ''));
    return await this.typesetter.register({
      title: words.title,
      language,
      from: period.from ?? null,
      to: period.to ?? null,
      columns: COLUMNS.map((name) => ({ heading: words[name], width: WIDTHS[name] })),
      rows: rows.map((row) => COLUMNS.map((name) => row[name])),
      ...(rows.length > 0 && { sum }),
      ...(await headOf(this.database, actor, language)),
    });
  }

  private async posted(actor: Actor, period: RegisterPeriod) {
    const parameters = new Parameters();
    const { bind } = parameters;
    const where = [
      `i.organisation_id = ${bind(actor.organisationId)}`,
      `s.mode = ANY (${bind(POSTED_MODES)})`,
      's.sent_at IS NOT NULL',
      ...betweenDays('s.sent_at', period, parameters),
      dispatchFilter(actor.ability, parameters),
    ];
    const rows = await select(
      this.database,
      POSTED.row,
      `SELECT ${POSTED.columns} FROM ${ISSUES}
       JOIN dispatch s ON s.organisation_id = i.organisation_id AND s.issue_id = i.id
       JOIN ${RECIPIENTS} ON n.organisation_id = s.organisation_id AND n.issue_id = s.issue_id AND n.position = s.position
       WHERE ${where.join(' AND ')} ORDER BY s.sent_at, s.id LIMIT ${MOST_ROWS + 1}`,
      parameters.values,
    );
    if (rows.length <= MOST_ROWS) return rows;
    throw new Refusal('invalid-input', { most: MOST_ROWS }, { errors: [{ pointer: '#/from', detail: 'too-long' }] });
  }
}

const inRupees = (paise: number): string => inLakhs((paise / 100).toFixed(2));
