import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  Addressee,
  DISPATCH_MODES,
  type EnvelopeSize,
  LETTER_LANGUAGES,
  markingInBoth,
  type PrintEnvelopes as Asked,
} from '@patravali/contract';
import { Parameters, projection, select } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { dispatchFilter, issueFilter, ISSUES, numberOnLetter, RECIPIENTS } from '@patravali/letters';
import { label, messagesOf } from '@patravali/messages';
import { Letterhead, letterheadOf } from '@patravali/organisation';
import { templateOf, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { EntityManager } from 'typeorm';
import { z } from 'zod';

/** In millimetres; labels are sixteen on a sheet of A4. */
const SIZES: Readonly<Record<EnvelopeSize, { readonly width: number; readonly height: number }>> = {
  dl: { width: 220, height: 110 },
  c5: { width: 229, height: 162 },
  labels: { width: 210, height: 297 },
};
/** What the post office wants to see on the envelope. */
const MARKED = ['registered_post', 'speed_post'];

const RECIPIENT = z.object({
  position: z.int(),
  addressee: Addressee,
  /** How it was sent last. */
  mode: z.enum(DISPATCH_MODES).nullable(),
});
const LETTER = projection(
  z.object({
    number: z.string(),
    language: z.enum(LETTER_LANGUAGES),
    letterhead: Letterhead,
    recipients: z.array(RECIPIENT),
  }),
  {
    number: numberOnLetter('i'),
    language: 'i.language',
    letterhead: letterheadOf('i.organisation_id', 'i.unit_id'),
    recipients: `(SELECT COALESCE(jsonb_agg(jsonb_build_object('position', n.position, 'addressee', n.addressee,
        'mode', (SELECT s.mode FROM dispatch s WHERE s.organisation_id = n.organisation_id AND s.issue_id = n.issue_id
          AND s.position = n.position ORDER BY s.ordinal DESC LIMIT 1)) ORDER BY n.position), '[]')
      FROM ${RECIPIENTS} WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id)`,
  },
);

/** Envelopes or labels for those to whom a letter goes, from what the approved letter says of them, in its language. */
@Injectable()
export class PrintEnvelopes {
  constructor(
    private readonly database: EntityManager,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws Refusal `not-found`, `not-allowed`, `recipient-unknown`, `typesetter-unavailable`. */
  async execute(actor: Actor, issueId: string, { size, recipients: asked }: Asked): Promise<Uint8Array> {
    const { number, language: written, letterhead, recipients } = await this.letterOf(actor, issueId);
    const chosen = asked === undefined ? recipients.map(({ position }) => position) : asked.split(',').map(Number);
    const language = written === 'en' ? 'en' : 'hi';
    const words = messagesOf('envelopes', language);
    const from = [letterhead.name[language], letterhead.unit[language], ...linesOf(letterhead.address[language])];
    const items = chosen.map((position) => {
      const recipient = recipients[position];
      if (!recipient) throw new Refusal('recipient-unknown');
      const { addressee, mode } = recipient;
      const to = [addressee.name, addressee.designation, addressee.address].flatMap(linesOf);
      return { from, number, to, mark: mode && MARKED.includes(mode) ? label(language, 'dispatchMode', mode) : null };
    });
    return await this.typesetter.typeset({
      template: templateOf('office/dispatch', 'envelopes'),
      data: { language, title: `${words.title} ${number}`, to: words.to, size, ...SIZES[size], items },
    });
  }

  private async letterOf(actor: Actor, issueId: string) {
    const parameters = new Parameters();
    const { bind } = parameters;
    const letter = LETTER.with({ allowed: z.boolean() }, { allowed: dispatchFilter(actor.ability, parameters) });
    const [found] = await select(
      this.database,
      letter.row,
      `SELECT ${letter.columns} FROM ${ISSUES} WHERE i.organisation_id = ${bind(actor.organisationId)}
         AND i.id = ${bind(issueId)} AND ${issueFilter(actor.ability, parameters)}`,
      parameters.values,
    );
    if (!found) throw new Refusal('not-found');
    if (!found.allowed) throw new Refusal('not-allowed', { post: markingInBoth(actor.post), action: 'dispatch' });
    return found;
  }
}

/** A line each, without the commas that may stand at their ends. */
const linesOf = (text: string | undefined): string[] =>
  (text ?? '').split('\n').flatMap((line) => line.trim().replace(/,$/, '') || []);
