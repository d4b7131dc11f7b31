export { marksOf, type Narrowing, narrowingTo } from './entries/narrowing';
export {
  entrySays,
  type FoundTexts,
  type ReadingRows,
  SEARCH_ENTRIES,
  type SearchedItems,
  SearchEntries,
  walkedEntries,
} from './entries/search-entries';
export { type IndexedTexts, TextIndex } from './indexing/text-index';
export { excerptOf, type Marked, markedIn } from './marking/marks';
export { differsByOne } from './questions/likeness';
export { type Formula, stemsOf } from './questions/formula';
export { isName, isToldBy, type Likeness, tellingOf, type TellingWord } from './questions/likenesses';
export { OfficeQuestions } from './questions/office-questions';
export { type Asked } from './questions/questions';
export { SynonymGroup } from './synonyms/synonym-group.entity';
export {
  countGroups,
  groupWith,
  insertGroup,
  MOST_WORDS_OF_SYNONYM,
  removeGroup,
  stemsOfTexts,
  SYNONYM_GROUPS,
  updateGroup,
} from './synonyms/synonym-groups';
export { saidIn } from './words/said';
export { SearchWords } from './words/search-words';
export { newestMatches, type Walked } from './walking/newest-matches';
