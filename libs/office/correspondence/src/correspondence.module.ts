import { Module, type OnModuleInit } from '@nestjs/common';
import { joinCustody, mayReadFile } from '@patravali/custody';
import { DocumentsModule, DocumentUses } from '@patravali/documents';
import { FILE_ROW, FilesModule, joinFile, RegradingChecks } from '@patravali/files';
import * as commands from './commands';
import { isAsIssued } from './on-file/as-issued';
import { LetterSources } from './on-file/letter-sources';
import { ListCorrespondence } from './list-correspondence';
import { CORRESPONDENCE } from './on-file/office-copies';
import { refuseRegradingBelowLetters } from './refuse-regrading-below-letters';
import { WhoSawFile } from './who-saw-file';

const COMMANDS = Object.values(commands);
const OFFICE_COPY = { organisationId: 'k.organisation_id', issueId: 'k.issue_id', sha256: 'd.sha256' };

@Module({
  imports: [DocumentsModule, FilesModule],
  providers: [...COMMANDS, LetterSources, ListCorrespondence, WhoSawFile],
  exports: [...COMMANDS, LetterSources, ListCorrespondence, WhoSawFile],
})
export class CorrespondenceModule implements OnModuleInit {
  constructor(
    private readonly documentUses: DocumentUses,
    private readonly regradingChecks: RegradingChecks,
  ) {}

  onModuleInit(): void {
    this.regradingChecks.register(refuseRegradingBelowLetters);
    this.documentUses.register({
      rows: {
        source: `${CORRESPONDENCE} ${joinCustody('k.file_id')} ${joinFile('k.file_id')}`,
        where: 'k.organisation_id = d.organisation_id AND k.document_id = d.id AND k.detached_at IS NULL',
      },
      name: { kind: 'file', expression: `${FILE_ROW.expressions.number} || ', C/' || k.first_page` },
      readable: (ability, parameters) => mayReadFile({ ability }, parameters),
      asRecorded: `(k.issue_id IS NULL OR ${isAsIssued(OFFICE_COPY)})`,
    });
  }
}
