import { Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@patravali/database';
import { DispatchModule } from '@patravali/dispatch';
import { DocumentsModule } from '@patravali/documents';
import { OrganisationModule } from '@patravali/organisation';
import { SigningModule } from '@patravali/signing';
import { GetChecklist } from './checklist/get-checklist';
import { ListConnections } from './connections/list-connections';
import { TestConnection } from './connections/test-connection';
import { OfficeCondition } from './condition/office-condition';
import { ClearConnection } from './settings/clear-connection';
import { PageSettingsKeeper } from './settings/page-settings';
import { SetConnection } from './settings/set-connection';
import { SetOfficeKey } from './settings/set-office-key';
import { ListTroubles } from './troubles/list-troubles';
import { TELL_TROUBLES, TellTroubles } from './troubles/tell-troubles';

const EXPORTED = [
  ClearConnection,
  GetChecklist,
  ListConnections,
  ListTroubles,
  OfficeCondition,
  PageSettingsKeeper,
  SetConnection,
  SetOfficeKey,
  TellTroubles,
  TestConnection,
];

/** How the office itself is, for whoever looks after it: what is asked by metrics and commands, and what its administrators are told. */
@Module({
  imports: [DispatchModule, DocumentsModule, OrganisationModule, SigningModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class UpkeepModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly tellTroubles: TellTroubles,
  ) {}

  onModuleInit(): void {
    this.jobs.register(TELL_TROUBLES, () => this.tellTroubles.execute());
  }
}
