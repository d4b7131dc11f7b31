import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Kept, Synonyms as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { lockEstablishment } from '@patravali/organisation';
import { insertGroup, removeGroup, SearchWords, updateGroup } from '@patravali/search';
import { v7 as uuidv7 } from 'uuid';
import { lockGroup, refuseOneMore, stemsOfGroup } from './synonym-rules';

/** Adds words that mean the same in this office. */
@Injectable()
export class AddSynonyms {
  constructor(
    private readonly transactions: Transactions,
    private readonly known: SearchWords,
  ) {}

  /** @throws Refusal `not-allowed`; `invalid-input`, `synonym-taken`, `too-many-synonyms` */
  @Serves('addSynonyms')
  execute(actor: Actor, { words }: Request): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      await refuseOneMore(tx);
      const stems = await stemsOfGroup(tx, this.known, words, null);
      const id = uuidv7();
      await insertGroup(tx, { id, words, stems });
      await tx.record('organisation.synonyms_added', actor.organisationId, {
        relatedId: id,
        data: { synonyms: words },
      });
      return { id, version: 1 };
    });
  }
}

/** Says anew which words stand in a group. */
@Injectable()
export class ChangeSynonyms {
  constructor(
    private readonly transactions: Transactions,
    private readonly known: SearchWords,
  ) {}

  /** @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile`; `invalid-input`, `synonym-taken` */
  @Serves('changeSynonyms')
  execute(actor: Actor, id: string, { words }: Request, ifMatch: number): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const group = await lockGroup(tx, actor, id, ifMatch);
      const stems = await stemsOfGroup(tx, this.known, words, id);
      const version = group.version + 1;
      await updateGroup(tx, { id, words, stems, version });
      const facts = { relatedId: id, data: { synonyms: words } };
      await tx.record('organisation.synonyms_changed', actor.organisationId, facts);
      return { id, version };
    });
  }
}

/** Takes words that mean the same away: each is then found by itself alone, and by what every office calls it. */
@Injectable()
export class RemoveSynonyms {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile` */
  @Serves('removeSynonyms')
  execute(actor: Actor, id: string, ifMatch?: number): Promise<Kept> {
    return this.transactions.run(actor, async (tx) => {
      const { words, version, organisationId } = await lockGroup(tx, actor, id, ifMatch);
      await removeGroup(tx, id);
      const facts = { relatedId: id, data: { synonyms: words } };
      await tx.record('organisation.synonyms_removed', organisationId, facts);
      return { id, version };
    });
  }
}
