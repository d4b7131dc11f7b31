import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { CertificateBinding, PageQuery, PageRows, UnboundKey } from '@patravali/contract';
import { pageByKey, Parameters, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { refuseNonAdministrator } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import { KEYS } from '../keys/key-row';
import { BINDING_ROW, BINDINGS, UNBOUND, UNBOUND_ROW } from './binding-rows';

/** Enough for a morning of binding them. */
const MOST = 200;

/** To whom administrators have bound certificates, and which keys are bound to nobody yet: for administrators. */
@Injectable()
export class ListCertificateBindings {
  constructor(private readonly database: EntityManager) {}

  /** The latest first. @throws Refusal `not-allowed` for all but administrators. */
  @Serves('listCertificateBindings')
  bindings(actor: Actor, query: PageQuery): Promise<PageRows<CertificateBinding>> {
    refuseNonAdministrator(actor);
    const parameters = new Parameters();
    const where = [`b.organisation_id = ${parameters.bind(actor.organisationId)}`];
    const order = { column: 'b.added_at', type: 'timestamptz', direction: 'DESC' } as const;
    const list = { projection: BINDING_ROW, source: BINDINGS, where, parameters, order, id: 'b.id' };
    return pageByKey(this.database, list, query);
  }

  /** The longest there first. @throws Refusal `not-allowed` for all but administrators. */
  @Serves('listUnboundKeys')
  async unbound(actor: Actor): Promise<{ items: UnboundKey[] }> {
    refuseNonAdministrator(actor);
    const items = await select(
      this.database,
      UNBOUND_ROW.row,
      `SELECT ${UNBOUND_ROW.columns} FROM ${KEYS} WHERE k.organisation_id = $1 AND ${UNBOUND} ORDER BY k.added_at, k.id LIMIT ${MOST}`,
      [actor.organisationId],
    );
    return { items };
  }
}
