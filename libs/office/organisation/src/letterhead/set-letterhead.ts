import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { Bilingual, OfficeLetterhead, SetLetterhead as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { inLanguage } from '@patravali/messages';
import { Serves } from '@patravali/operations';
import { TYPESETTER, type Typesetter } from '@patravali/typesetting';
import { lockOrganisation } from '../organisation/lock-organisation';
import { refuseNonAdministrator } from '../organisation/refuse-non-administrator';
import { canBeSet } from './picture';
import { officeLetterhead, writeLetterhead } from './write-letterhead';

/** The administrator says how the letters of the office are laid out, and where it sits. What has been approved keeps its look. */
@Injectable()
export class SetLetterhead {
  constructor(
    private readonly transactions: Transactions,
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators; `invalid-input` for an emblem that is no picture, or a head in a language that the office does not keep. */
  @Serves('setLetterhead')
  async execute(actor: Actor, request: Request): Promise<OfficeLetterhead> {
    refuseNonAdministrator(actor);
    await this.refuseNoPicture(request.emblem);
    return await this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      await writeLetterhead(tx, request);
      const { layout, place, address, phone, email, keptLanguages } = request;
      await tx.record('organisation.letterhead_set', actor.organisationId, {
        data: {
          layout,
          place: inOneLine(place),
          ...(address && { officeAddress: inOneLine(address) }),
          phone,
          email,
          ...(keptLanguages && { keptLanguages }),
        },
      });
      const kept = await officeLetterhead(tx, actor.organisationId);
      refuseOtherLanguage(request, kept);
      return kept;
    });
  }

  /** Before the transaction: nothing is decoded while it holds its locks. */
  private async refuseNoPicture(emblem: Request['emblem']): Promise<void> {
    if (!emblem || (await canBeSet(Buffer.from(emblem, 'base64'), this.typesetter))) return;
    throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/emblem', detail: 'not-a-picture' }] });
  }
}

function refuseOtherLanguage({ languages }: Request, kept: OfficeLetterhead): void {
  if (languages === undefined || languages === kept.languages) return;
  throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/languages', detail: 'language-not-kept' }] });
}

const inOneLine = (text: Bilingual | null): string | null => text && inLanguage('bilingual', text);
