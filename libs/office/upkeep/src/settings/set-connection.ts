import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { LiveConfig } from '@patravali/config';
import type { ConnectionChanged, ConnectionSetting, SetConnection as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { lockOrganisation, refuseNonAdministrator } from '@patravali/organisation';
import { NotAllowedOutside, Outgoing } from '@patravali/outgoing';
import { PageSettingsKeeper } from './page-settings';
import { refuseTold } from './told';

/** An administrator names a service with which the office works. The event says which, and nothing of what is secret. */
@Injectable()
export class SetConnection {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: PageSettingsKeeper,
    private readonly live: LiveConfig,
  ) {}

  /** @throws Refusal `not-allowed` for all but administrators; `set-on-server`, `host-inside`, `host-unknown`. */
  @Serves('setConnection')
  async execute(actor: Actor, request: Request): Promise<ConnectionChanged> {
    refuseNonAdministrator(actor);
    const { setting, reason } = request;
    const { connection, fields } = setting;
    refuseTold(this.live.told, connection);
    await this.refuseHost(setting);
    const sealing = await this.settings.sealingKey();
    const answer = await this.transactions.run(actor, async (tx) => {
      await lockOrganisation(tx);
      await this.settings.keep(tx, sealing, connection, fields);
      await tx.record('organisation.connection_set', actor.organisationId, { reason, data: { connection } });
      return { connection };
    });
    await this.settings.tell();
    return answer;
  }

  /** What connects to it later asks the same again. */
  private async refuseHost(setting: ConnectionSetting): Promise<void> {
    const named = hostIn(setting);
    if (!named) return;
    const { innerNetworks } = this.live.told;
    const errors = [{ pointer: `#/setting/fields/${named.field}`, detail: '' }];
    await new Outgoing({ innerNetworks }).addressesOf(named.host).catch((error: unknown) => {
      const code = error instanceof NotAllowedOutside ? 'host-inside' : 'host-unknown';
      throw new Refusal(code, { host: named.host }, { errors: errors.map((each) => ({ ...each, detail: code })) });
    });
  }
}

/** With whom this process will connect; a browser goes to the eSign service, and to the office itself. */
function hostIn({ connection, fields }: ConnectionSetting): { readonly field: string; readonly host: string } | null {
  if (connection === 'timestamp' || connection === 'witness')
    return { field: 'url', host: new URL(fields.url).hostname };
  return 'host' in fields ? { field: 'host', host: fields.host } : null;
}
