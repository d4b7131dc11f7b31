import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterSigned, SignLetters as Request } from '@patravali/contract';
import { SeveralActs } from '@patravali/database';
import { SignLetter } from '@patravali/letters';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { isOfTheRequest, type KeptRefusal, keptRefusal } from './kept-refusal';

/** What has become of a letter, as it is kept. */
export interface SignedOne {
  readonly id: string;
  readonly signed: LetterSigned | null;
  readonly refusal: KeptRefusal | null;
}

/** Signs several letters with one key, or enters what one token has signed of them. Each is signed by itself, and one that is refused stops no other. */
@Injectable()
export class SignLetters {
  constructor(
    private readonly severalActs: SeveralActs,
    private readonly signLetter: SignLetter,
  ) {}

  /** @throws Refusal when the office itself cannot go on: the same request goes on where this one stopped. */
  @Serves('signLetters')
  execute(actor: Actor, { issueIds, made, ...withKey }: Request): Promise<{ items: SignedOne[] }> {
    const madeOf = new Map(made?.map(({ id, ...ofLetter }) => [id, ofLetter]));
    return this.severalActs.each(actor, issueIds, async (by, id): Promise<SignedOne> => {
      try {
        const request = { ...withKey, made: madeOf.get(id) ?? null };
        return { id, signed: await this.signLetter.execute(by, id, request), refusal: null };
      } catch (error) {
        // The next would be told the same: it is not about this letter.
        if (!(error instanceof Refusal) || isOfTheRequest(error) || OF_THE_KEY.includes(error.code)) throw error;
        if (error.code === 'signature-unfit' && made === null) throw error;
        return { id, signed: null, refusal: keptRefusal(error) };
      }
    });
  }
}

const OF_THE_KEY: readonly string[] = ['passphrase-wrong', 'key-ended', 'certificate-not-valid'];
