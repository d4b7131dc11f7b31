import { Injectable } from '@nestjs/common';
import { type Actor, rowFilter } from '@patravali/authorization';
import { type LetterToDiarise, MOST_SAME_LETTERS, SameLetter } from '@patravali/contract';
import { Parameters, projection, select } from '@patravali/database';
import { DOCUMENTS } from '@patravali/documents';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { RECEIPTS } from '../receipt/receipt-row';
import { Receipt } from '../receipt/receipt.entity';
import { sameOfItsDay } from './same-of-its-day';

/** Many letters of one day have the number 12; a number of so many signs is that of one letter, whoever is said to have sent it. */
const TELLING_NUMBER = 6;

/** So many letters of its date are compared, the latest first. */
const OF_ITS_DAY = 100;
const ORDER: readonly SameLetter['by'][] = ['scan', 'number', 'date'];

const Candidate = SameLetter.omit({ by: true }).extend({ by: z.enum(['scan', 'number', 'day']) });

/** What of the diary is the letter that somebody is about to diarise: he may find it there a second time. */
@Injectable()
export class FindSameLetters {
  constructor(private readonly database: EntityManager) {}

  /** Of the diary that the acting post may see, what came last first; the same scan before the same number. One statement. */
  @Serves('findSameLetters')
  async execute(actor: Actor, letter: LetterToDiarise): Promise<SameLetter[]> {
    const parameters = new Parameters();
    const { bind } = parameters;
    const organisation = bind(actor.organisationId);
    const scan = sameScan(letter, organisation, parameters);
    const number = sameNumber(letter, parameters);
    const reasons = [
      { reason: scan, most: MOST_SAME_LETTERS },
      { reason: number, most: MOST_SAME_LETTERS },
      { reason: sameDay(letter, parameters), most: OF_ITS_DAY },
    ].flatMap(({ reason, most }) => (reason === undefined ? [] : [{ reason, most }]));
    if (reasons.length === 0) return [];
    // Each by itself, on an index of its own, as in the diary.
    const found = (['read', 'read_register'] as const).flatMap((action) => {
      const seen = rowFilter(actor.ability, action, Receipt, 'r', parameters);
      return reasons.map(
        ({ reason, most }) => `(SELECT r.id FROM ${RECEIPTS} WHERE r.organisation_id = ${organisation} AND ${seen}
          AND ${reason} ORDER BY r.diarised_at DESC LIMIT ${most})`,
      );
    });
    const shown = projection(Candidate, {
      id: 'r.id',
      diaryNumber: 'r.diary_number',
      diaryNumberHi: 'r.diary_number_hi',
      subject: 'r.subject',
      senderName: 'r.sender_name',
      letterNumber: 'r.letter_number',
      receivedOn: 'r.received_on',
      by: `CASE WHEN ${scan ?? 'false'} THEN 'scan' WHEN ${number ?? 'false'} THEN 'number' ELSE 'day' END`,
    });
    const candidates = await select(
      this.database,
      shown.row,
      `SELECT ${shown.columns} FROM ${RECEIPTS} WHERE r.id IN (${found.join(' UNION ')})
       ORDER BY r.diarised_at DESC, r.id DESC`,
      parameters.values,
    );
    const same = candidates.flatMap(({ by, ...receipt }) => {
      const reason = by === 'day' ? sameOfItsDay(letter, receipt) : by;
      return reason === null ? [] : [{ ...receipt, by: reason }];
    });
    const inOrder = ORDER.flatMap((reason) => same.filter(({ by }) => by === reason));
    return inOrder.slice(0, MOST_SAME_LETTERS);
  }
}

/** Of its date: what more is the same is compared word by word. */
function sameDay(letter: LetterToDiarise, { bind }: Parameters): string | undefined {
  const { letterDate, letterNumber, senderName, subject } = letter;
  if (letterDate === undefined) return undefined;
  if (letterNumber === undefined && (senderName === undefined || subject === undefined)) return undefined;
  return `r.letter_date = ${bind(letterDate)}`;
}

const sameScan = ({ sha256 }: LetterToDiarise, organisation: string, { bind }: Parameters): string | undefined =>
  sha256 === undefined
    ? undefined
    : `r.document_id IN (SELECT d.id FROM ${DOCUMENTS} WHERE d.organisation_id = ${organisation} AND d.sha256 = ${bind(sha256)})`;

/** Its number, with a sender of whom the one name holds the other, or, where the number is telling, with its date. */
function sameNumber(
  { letterNumber, letterDate, senderName }: LetterToDiarise,
  { bind }: Parameters,
): string | undefined {
  if (letterNumber === undefined || (senderName === undefined && letterDate === undefined)) return undefined;
  const number = `letter_key(${bind(letterNumber)})`;
  const likely: string[] = [];
  if (senderName !== undefined) {
    const sender = `letter_key(${bind(senderName)})`;
    const other = 'letter_key(r.sender_name)';
    likely.push(`${sender} <> '' AND (strpos(${other}, ${sender}) > 0 OR strpos(${sender}, ${other}) > 0)`);
  }
  if (letterDate !== undefined)
    likely.push(`r.letter_date = ${bind(letterDate)} AND length(${number}) >= ${TELLING_NUMBER}`);
  return `r.letter_number IS NOT NULL AND letter_key(r.letter_number) = ${number} AND ${number} <> '' AND (${likely.join(' OR ')})`;
}
