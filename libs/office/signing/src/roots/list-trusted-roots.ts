import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { TrustedRoot, type TrustedRoots, type Unnamed } from '@patravali/contract';
import { projection, select } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { isDemoOffice } from '@patravali/organisation';
import { DEMO_ROOT } from '@patravali/signatures';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { OfficeSeal } from '../office-key/office-seal';
import { addedBy, endedOf } from '../trust/ended';

const ROOT = projection(TrustedRoot, {
  id: 'r.id',
  subject: 'r.subject',
  fingerprint: 'r.fingerprint',
  validFrom: 'r.valid_from',
  validUntil: 'r.valid_until',
  state: `CASE WHEN r.ended_at IS NOT NULL THEN 'ended' WHEN r.valid_until <= office_now() THEN 'expired' ELSE 'in_force' END`,
  receivedFrom: 'r.received_from',
  addedBy: addedBy('r'),
  addedAt: 'r.added_at',
  ended: endedOf('r'),
});

/** That of the demo stands first in an office that does not exist. */
const ROOTS = z.object({ demo: z.boolean(), items: z.array(ROOT.row) });

/** The roots that the office trusts and trusted, the latest first, and whether its own seal leads to one. Everybody may know them. */
@Injectable()
export class ListTrustedRoots {
  constructor(
    private readonly database: EntityManager,
    private readonly seal: OfficeSeal,
  ) {}

  @Serves('listTrustedRoots')
  async execute({ organisationId }: Actor): Promise<Unnamed<TrustedRoots>> {
    const [found] = await select(
      this.database,
      ROOTS,
      `SELECT ${isDemoOffice('$1::uuid')} AS demo, COALESCE((SELECT json_agg(${ROOT.json} ORDER BY r.ended_at IS NULL DESC, r.added_at DESC, r.id)
         FROM trusted_root r WHERE r.organisation_id = $1), '[]') AS items`,
      [organisationId],
    );
    const seal = await this.seal.view(organisationId);
    return { items: [...(found?.demo ? [OF_THE_DEMO] : []), ...(found?.items ?? [])], seal };
  }
}

/** It ships with the product, is ended by nobody, and trusted where nothing is real. */
const OF_THE_DEMO: TrustedRoot = {
  id: null,
  subject: DEMO_ROOT.subject,
  fingerprint: DEMO_ROOT.fingerprint,
  validFrom: DEMO_ROOT.validFrom,
  validUntil: DEMO_ROOT.validUntil,
  state: 'in_force',
  receivedFrom: null,
  addedBy: null,
  addedAt: null,
  ended: null,
};
