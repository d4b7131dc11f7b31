import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { Checklist, ChecklistItem } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { LastBackupQuery, refuseNonAdministrator, whatIsThere } from '@patravali/organisation';
import { OfficeSeal } from '@patravali/signing';
import { EntityManager } from 'typeorm';

/** By post a letter goes out too, and it is not lost on the same day. */
const NOT_NEEDED: readonly ChecklistItem[] = ['mail', 'backup'];

/** What is missing before the first letter can go out: seen in what there is, and kept nowhere. */
@Injectable()
export class GetChecklist {
  constructor(
    private readonly database: EntityManager,
    private readonly seal: OfficeSeal,
    private readonly backups: LastBackupQuery,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mail'>,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators. */
  @Serves('getChecklist')
  async execute(actor: Actor): Promise<Checklist> {
    refuseNonAdministrator(actor);
    const { organisationId } = actor;
    const there = await whatIsThere(this.database, organisationId);
    const items = [
      this.item('posts', there.posts),
      this.item('charges', there.charges),
      this.item('number-heads', there.numberHeads),
      this.item('letterhead', there.letterhead),
      this.item('signing-key', await this.isSealed(organisationId)),
      this.item('mail', this.config.mail.kind !== 'none'),
      this.item('backup', !(await this.backups.execute(actor)).overdue),
    ];
    return { items, isReady: items.every(({ isDone, isNeeded }) => isDone || !isNeeded) };
  }

  private item(item: ChecklistItem, isDone: boolean): Checklist['items'][number] {
    return { item, isDone, isNeeded: !NOT_NEEDED.includes(item) };
  }

  /** A key that cannot be read is missing too: the server's log says why. */
  private async isSealed(organisationId: string): Promise<boolean> {
    return this.seal.missing(organisationId).then(
      (refusal) => refusal === null,
      () => false,
    );
  }
}
