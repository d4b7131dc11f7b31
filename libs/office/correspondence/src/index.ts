export * from './commands';
export {
  type Answered,
  appendCorrespondence,
  type Appended,
  type NewLetter,
  type Placed,
} from './on-file/append-correspondence';
export { type BytesOfLetter, isAsIssued } from './on-file/as-issued';
export { lettersPart } from './check-letters';
export { Correspondence } from './on-file/correspondence.entity';
export { documentsOnFile } from './on-file/documents-on-file';
export { CorrespondenceModule } from './correspondence.module';
export { type LetterSource, LetterSources } from './on-file/letter-sources';
export { lettersUntil } from './letters-until';
export { ListCorrespondence } from './list-correspondence';
export {
  answeredAtPage,
  answersTo,
  CORRESPONDENCE,
  joinOfficeCopy,
  OFFICE_COPY_PLACE,
  withOfficeCopy,
} from './on-file/office-copies';
export { subjectsOnFile } from './subjects-on-file';
export { WhoSawFile } from './who-saw-file';
