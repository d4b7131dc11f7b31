export { csvOf } from './csv';
export type { Sheet } from './sheet';
export { xlsxOf } from './xlsx';
