export { type Cure, curesOf, cured } from './cures';
export { fromKrutiDev } from './legacy/kruti-dev';
export { type Writing, writingOf, writingsOf } from './legacy/recognise';
export { repairSigns } from './letters/repair';
export { soundOf } from './sound-of';
export { alternativesTo } from './typing/alternatives';
export type { Lexicon } from './typing/lexicon';
export { loadLexicon } from './typing/load-lexicon';
