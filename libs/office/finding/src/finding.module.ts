import { Module } from '@nestjs/common';
import { SearchOffice } from './search-office';

/** The search over everything: it owns no table, and composes what each area says of its own. */
@Module({ providers: [SearchOffice], exports: [SearchOffice] })
export class FindingModule {}
