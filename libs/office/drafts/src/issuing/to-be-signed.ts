import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Issue, Turn } from '@patravali/dispatch';
import { DocumentBytes } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { fill, messagesOf } from '@patravali/messages';
import type { Signature } from '@patravali/typesetting';
import { draftStateAfter } from '../draft-lifecycle';
import type { LetterData } from '../letter/letter-data';
import { plainLanguage } from '../letter/letter-page';
import { signatoryAt } from '../letter/signatory-at';
import { PrepareToSign } from './prepare-to-sign';

/** For how long what was prepared for a token or a service may be away. */
export const PREPARED_FOR_MINUTES = 15;

/** The bytes that one of its officers signs, and what is said about his signature: the same for whoever prepares and whoever signs. */
@Injectable()
export class ToBeSigned {
  constructor(
    private readonly prepare: PrepareToSign,
    private readonly documentBytes: DocumentBytes,
  ) {}

  /** @throws Refusal `illegal-draft-move`, and those of typesetter and store. */
  async of(issue: Issue, ordinal: number, at: Date): Promise<{ pdf: Uint8Array; signature: Signature }> {
    const { id, number, organisationId } = issue;
    // Written by `numberDraft`, and by nobody else.
    const letter = issue.letter as LetterData;
    const language = plainLanguage(letter);
    const { name, designation } = signatoryAt(letter, ordinal);
    const standing = await this.prepare.execute(organisationId, id);
    const pdf = await this.documentBytes.whole({ ...standing, fileName: `${number}.pdf` });
    const reason = fill(messagesOf('letter', language).signatureReason, { number }, language);
    return { pdf, signature: { name: name?.[language] ?? '', designation: designation[language], at, reason } };
  }
}

/** The name on the letter is of a person, in a capacity: nobody else signs for him. @throws Refusal */
export function refuseOutOfTurn({ userId, capacity, post }: Actor, { state }: Issue, turn: Turn): void {
  if (state !== 'numbered') draftStateAfter('issue', state);
  if (turn.signed + 1 < turn.ordinal) throw new Refusal('not-your-turn', { post: turn.next ?? '' });
  if (turn.userId !== userId || turn.capacity !== capacity)
    throw new Refusal('signatory-changed', { post: post.marking });
}

/** When what a token has signed was prepared. @throws Refusal `prepared-long-ago`, also for a time that is not yet. */
export function preparedAt(at: string, now: Date): Date {
  const minutes = (now.getTime() - new Date(at).getTime()) / 60_000;
  if (minutes < 0 || minutes > PREPARED_FOR_MINUTES)
    throw new Refusal('prepared-long-ago', { minutes: PREPARED_FOR_MINUTES });
  return new Date(at);
}
