import { Controller } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Language } from '@patravali/contract';
import { CheckBulkAct, DoBulkAct, PrepareLetters, SignLetters } from '@patravali/desk';
import type { Refusal } from '@patravali/errors';
import { Input } from '../http/input';
import { Operation } from '../http/operation';
import { RequestLanguage } from '../http/request-language.decorator';
import { CurrentActor } from '../identity/current-actor.decorator';
import { problemOf } from '../problem/problem-of';

/** One act on several files, receipts or letters of the desk, and of files and receipts the check beforehand. */
@Controller()
export class BulkActsController {
  constructor(
    private readonly checkBulkAct: CheckBulkAct,
    private readonly doBulkAct: DoBulkAct,
    private readonly prepareLetters: PrepareLetters,
    private readonly signLetters: SignLetters,
  ) {}

  @Operation('checkBulkAct')
  async check(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'checkBulkAct'>,
    @RequestLanguage() language: Language,
  ) {
    return { items: (await this.checkBulkAct.execute(actor, body)).items.map(told(language)) };
  }

  @Operation('doBulkAct')
  async act(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'doBulkAct'>,
    @RequestLanguage() language: Language,
  ) {
    return { items: (await this.doBulkAct.execute(actor, body)).items.map(told(language)) };
  }

  @Operation('checkBulkReceiptAct')
  async checkReceipts(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'checkBulkReceiptAct'>,
    @RequestLanguage() language: Language,
  ) {
    return { items: (await this.checkBulkAct.execute(actor, body)).items.map(told(language)) };
  }

  @Operation('doBulkReceiptAct')
  async actOnReceipts(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'doBulkReceiptAct'>,
    @RequestLanguage() language: Language,
  ) {
    return { items: (await this.doBulkAct.execute(actor, body)).items.map(told(language)) };
  }

  @Operation('prepareLetters')
  async prepare(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'prepareLetters'>,
    @RequestLanguage() language: Language,
  ) {
    return { items: (await this.prepareLetters.execute(actor, body)).items.map(told(language)) };
  }

  @Operation('signLetters')
  async sign(
    @CurrentActor() actor: Actor,
    @Input() { body }: Input<'signLetters'>,
    @RequestLanguage() language: Language,
  ) {
    return { items: (await this.signLetters.execute(actor, body)).items.map(told(language)) };
  }
}

interface Refusable {
  readonly refusal: Pick<Refusal, 'code' | 'params' | 'errors'> | null;
}

const told =
  (language: Language) =>
  <Item extends Refusable>(item: Item) => ({
    ...item,
    refusal: item.refusal && problemOf(item.refusal, language),
  });
