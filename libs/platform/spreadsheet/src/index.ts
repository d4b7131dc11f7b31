export { csvOf } from './csv';
export { readTable } from './reading/read-table';
export { type TableFault, type TableLimits, TableUnfit } from './reading/table-unfit';
export type { Sheet } from './sheet';
export { xlsxOf } from './xlsx';
