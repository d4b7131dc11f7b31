import {
  CHARGE_ITEM_KINDS,
  type Bilingual,
  type ChargeItem,
  type EndCause,
  type Half,
  type Language,
  type TenureKind,
} from '@patravali/contract';
import { fill, formatDate, formatInstant } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import { type Generated, generatedLine, templateOf, type TypesetInput } from '@patravali/typesetting';

export interface CertificateOfCharge {
  readonly office: Bilingual;
  /** The papers of an office that does not exist are marked as specimens. */
  readonly isSpecimen: boolean;
  readonly unit: Bilingual;
  /** Designation and marking. */
  readonly post: Bilingual;
  /** Who held the post. */
  readonly from: Bilingual;
  /** Who entered it; null where he did so himself. */
  readonly enteredBy: Bilingual | null;
  /** Who holds the post next or meanwhile, where that is known. */
  readonly to: { readonly name: Bilingual; readonly kind: TenureKind } | null;
  readonly cause: EndCause;
  readonly orderReference: string;
  readonly handedOn: string;
  readonly half: Half;
  readonly handedAt: string;
  readonly items: readonly ChargeItem[];
}

/** The certificate of charge: who handed over which post, by which order, and the list of what was pending, kind by kind. */
export function certificatePage(charge: CertificateOfCharge, language: Language): TypesetInput {
  const words = messagesOf('charge', language);
  const kinds = messagesOf('absence', language);
  const { office, unit, post, from, enteredBy, to, cause, orderReference, handedOn, half, handedAt, items } = charge;
  const day = (date: string) => formatDate('register', date, language);
  const handed = {
    order: orderReference,
    name: from[language],
    post: post[language],
    half: label(language, 'half', half),
    day: day(handedOn),
    cause: messagesOf('causes', language)[`endCause.${cause}`],
  };
  const generated: Generated = {
    by: (enteredBy ?? from)[language],
    post: post[language],
    office: office[language],
    at: handedAt,
  };
  return {
    template: templateOf('office/establishment', 'charge'),
    unhurried: true,
    data: {
      language,
      office: office[language],
      unit: unit[language],
      specimen: charge.isSpecimen ? messagesOf('letter', language).specimen : null,
      title: words.title,
      says: [
        enteredBy === null
          ? fill(words.handed, handed, language)
          : fill(words.handedBy, { ...handed, by: enteredBy[language] }, language),
        to === null
          ? words.toSuccessor
          : fill(words.to, { name: to.name[language], capacity: label(language, 'capacity', to.kind) }, language),
      ],
      pending: words.pending,
      nothing: items.length === 0 ? words.nothing : null,
      counts: listed(items).map(({ kind, of }) =>
        fill(words.count, { kind: kinds[`chargeItem.${kind}`], count: of.length }, language),
      ),
      headings: [words.serial, words.number, words.subject, words.since],
      lists: listed(items).map(({ kind, of }) => ({
        title: `${kinds[`chargeItem.${kind}`]} (${of.length})`,
        rows: of.map(({ number, subject, since }, at) => [String(at + 1), number, subject ?? words.graded, day(since)]),
      })),
      signatures: [
        {
          role: words.relieved,
          name: from[language],
          post: post[language],
          at: formatInstant('register', handedAt, language),
        },
        { role: words.relieving, name: to?.name[language] ?? null, post: post[language], at: null },
      ],
      generated: generatedLine(generated, language, 'register'),
    },
  };
}

const listed = (items: readonly ChargeItem[]) =>
  CHARGE_ITEM_KINDS.map((kind) => ({ kind, of: items.filter((item) => item.kind === kind) })).filter(
    ({ of }) => of.length > 0,
  );
