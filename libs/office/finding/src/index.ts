export { FindingModule } from './finding.module';
export { SearchOffice } from './search-office';
