export { type IndexedTexts, TextIndex } from './indexing/text-index';
export { type Formula } from './questions/formula';
export { type Asked, formulasFor } from './questions/questions';
export { Synonyms } from './questions/synonyms';
export { saidIn } from './words/said';
export { SearchWords } from './words/search-words';
