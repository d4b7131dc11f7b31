import { Injectable } from '@nestjs/common';
import { type Actor, authorizeAction } from '@patravali/authorization';
import { type LetterReading, READ_FIELDS, type RecognisedLine } from '@patravali/contract';
import { letterText } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { EntityManager } from 'typeorm';
import { Receipt } from '../receipt/receipt.entity';
import { readLetter } from '../letter/read-letter';

/** What a letter that is about to be diarised says for its diary entry. */
@Injectable()
export class ReadLetterOfDocument {
  constructor(private readonly database: EntityManager) {}

  /** One statement. @throws Refusal `not-allowed` for who does not diarise; `not-found` for a document of another post. */
  @Serves('readDocumentLetter')
  async execute(actor: Actor, documentId: string): Promise<LetterReading> {
    const { organisationId, postId } = actor;
    const receipt = { organisationId, diarisedByPostId: postId, holderPostId: postId, readerPostIds: [postId] };
    authorizeAction(actor, 'create', Object.assign(new Receipt(), receipt));
    const text = await letterText(this.database, actor, documentId);
    if (!text) throw new Refusal('not-found');
    const { state, today, own, scanned } = text;
    const read = scanned.map(({ page, lines }) => ({ page, text: lines.map(textOf).join('\n') }));
    const pages = [...own.filter(({ page }) => !read.some((each) => each.page === page)), ...read];
    const letter = readLetter(
      pages.sort((one, other) => one.page - other.page),
      today,
    );
    const fields = READ_FIELDS.flatMap((field) => {
      const reading = letter[field];
      return reading ? [{ field, value: reading.value, certain: reading.certain, at: reading.at }] : [];
    });
    return { state, fields };
  }
}

/** Wider than so many of its heights, what lies between two words parts what stands side by side. */
const WIDE = 2;

function textOf(line: RecognisedLine): string {
  let text = '';
  let end = 0;
  for (const word of line) {
    if (text !== '') text += word.left - end > WIDE * word.height ? '    ' : ' ';
    text += word.text;
    end = word.left + word.width;
  }
  return text;
}
