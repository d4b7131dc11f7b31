/** The commands and queries by which administrators keep how numbers are made: the module provides them. */
export { ChangeNumberHead, CreateNumberHead } from './keep-number-head';
export { NumberQueries } from './number-queries';
export { SetNumberScheme } from './set-number-scheme';
export { StartNumbers } from './start-numbers';
