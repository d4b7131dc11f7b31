import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NumbersStarted, StartNumbers as Request } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type FieldsOfNumber, type NumberScheme, numberSchemes, startSeries } from '@patravali/numbering';
import { Serves } from '@patravali/operations';
import { lockEstablishment, unfit } from '../establishment/rules/administering';
import { NumberHead } from '../organisation/organisation.entities';
import { DraftTemplate } from '../templates/draft-template.entity';
import { numberAfter, seriesWith, together, unitOfNumbers } from './ahead';
import { fieldsOfHead, refuseWithoutParts } from './number-head';

/** An office that begins within the year goes on from the last number of its registers on paper: no number is given twice. */
@Injectable()
export class StartNumbers {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-allowed`; `invalid-input` for a template without a series; `number-drawn`, `unknown-unit`, `unknown-number-head`, `head-without-parts` */
  @Serves('startNumbers')
  execute(actor: Actor, request: Request): Promise<NumbersStarted> {
    return this.transactions.run(actor, async (tx) => {
      await lockEstablishment(tx, actor);
      const { organisationId } = actor;
      const { kind, last, reason } = request;
      const ofKind = (await numberSchemes(tx, organisationId)).find((each) => each.kind === kind);
      if (!ofKind) throw new Error(`The organisation has no number scheme for ${kind}`);
      const scheme = await schemeOf(tx, ofKind, request);
      const named = { scheme, of: await fieldsOf(tx, scheme, request) };
      const series = seriesWith(named);
      const drawn = await startSeries(tx, { kind, series, year: scheme.year }, last);
      if (drawn !== null) throw new Refusal('number-drawn', { drawn }, atLast(drawn));
      const { number, numberHi } = numberAfter(named, last);
      const data = { numberKind: kind, year: scheme.year, lastGiven: last, nextNumber: number };
      await tx.record('organisation.numbers_started', organisationId, { reason, data });
      return { kind, number: { hi: numberHi ?? number, en: number } };
    });
  }
}

/** That of the kind, or of a template whose letters have numbers of their own. */
async function schemeOf(tx: Transaction, ofKind: NumberScheme, { templateId }: Request): Promise<NumberScheme> {
  if (templateId === undefined || templateId === null) return ofKind;
  const template = ofKind.kind === 'issue' ? await tx.find(DraftTemplate, { id: templateId }) : null;
  if (template?.series) return { ...ofKind, template: template.series };
  throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/templateId', detail: 'unknown-template' }] });
}

const atLast = (drawn: number) => ({ errors: [{ pointer: '#/last', detail: 'number-drawn', params: { drawn } }] });

/** The unit and the head whose numbers these are, each where the numbers print it. */
async function fieldsOf(tx: Transaction, scheme: NumberScheme, { unitId, headId }: Request): Promise<FieldsOfNumber> {
  const { kind, template } = scheme;
  let of: FieldsOfNumber = { fields: {}, fieldsHi: {} };
  if (template.includes('{unit}')) {
    if (unitId === null) throw unfit('unknown-unit', 'unitId');
    of = await unitOfNumbers(tx, unitId);
  }
  if (kind !== 'file') return of;
  const head = headId === null ? null : await tx.find(NumberHead, { id: headId });
  if (!head) throw unfit('unknown-number-head', 'headId');
  refuseWithoutParts(template, head, 'headId');
  return together(of, fieldsOfHead(head));
}
