import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterPrepared, PrepareLetters as Request } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { PrepareSignature } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { isOfTheRequest, type KeptRefusal, keptRefusal } from './kept-refusal';

export interface PreparedOne {
  readonly id: string;
  readonly prepared: LetterPrepared | null;
  readonly refusal: KeptRefusal | null;
}

/** Says the same of every letter. */
const OF_THE_KEY: readonly string[] = ['key-ended', 'certificate-not-valid'];

/** What a token has to sign of several letters, each by itself: one that cannot be signed stops no other. */
@Injectable()
export class PrepareLetters {
  constructor(private readonly prepareSignature: PrepareSignature) {}

  /** @throws Refusal of the key, and when the office itself cannot go on. */
  @Serves('prepareLetters')
  async execute(actor: Actor, { issueIds, keyId }: Request): Promise<{ items: PreparedOne[] }> {
    const items: PreparedOne[] = [];
    for (const id of issueIds) items.push(await this.prepare(actor, id, keyId));
    return { items };
  }

  private async prepare(actor: Actor, id: string, keyId: string): Promise<PreparedOne> {
    try {
      return { id, prepared: await this.prepareSignature.execute(actor, id, { keyId }), refusal: null };
    } catch (error) {
      if (!(error instanceof Refusal) || isOfTheRequest(error) || OF_THE_KEY.includes(error.code)) throw error;
      return { id, prepared: null, refusal: keptRefusal(error) };
    }
  }
}
