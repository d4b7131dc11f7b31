import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@patravali/contract';
import { Organisation } from '@patravali/organisation';
import { EntityManager } from 'typeorm';

@Injectable()
export class OfficeName {
  constructor(private readonly database: EntityManager) {}

  async of(organisationId: string): Promise<Bilingual> {
    const { nameHi, nameEn } = await this.database.findOneByOrFail(Organisation, { id: organisationId });
    return { hi: nameHi, en: nameEn };
  }
}
