import { CoverNumbersAreFinal1790000000006 } from './1790000000006-cover-numbers-are-final';
import { SubjectsAreFoundHoweverTyped1790000000023 } from './1790000000023-subjects-are-found-however-typed';
import { FilesInTheOrderOfTheDatabase1790000000034 } from './1790000000034-files-in-the-order-of-the-database';
import { FilesAreLinked1790000000111 } from './1790000000111-files-are-linked';
import { FilesOfUnitsAreListed1790000000204 } from './1790000000204-files-of-units-are-listed';
import { SearchKeysAreSortedInTogether1790000000056 } from './1790000000056-search-keys-are-sorted-in-together';

/** What this area has changed in the schema since the first release, in order. */
export const FILES_MIGRATIONS = [
  CoverNumbersAreFinal1790000000006,
  SubjectsAreFoundHoweverTyped1790000000023,
  FilesInTheOrderOfTheDatabase1790000000034,
  SearchKeysAreSortedInTogether1790000000056,
  FilesAreLinked1790000000111,
  FilesOfUnitsAreListed1790000000204,
];
