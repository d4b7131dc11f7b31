import { answerJobs } from '@patravali/child-process';
import { readTable, type TableFault, type TableLimits, TableUnfit } from '@patravali/spreadsheet';

export type TableRead = { readonly table: string[][] } | { readonly fault: TableFault };

const work = {
  read: async ({ bytes, limits }: { readonly bytes: Uint8Array; readonly limits: TableLimits }): Promise<TableRead> => {
    try {
      return { table: await readTable(bytes, limits) };
    } catch (error) {
      if (error instanceof TableUnfit) return { fault: error.fault };
      throw error;
    }
  },
};
export type ListWork = typeof work;

/** The process that reads the tables that people hand in. */
answerJobs(work);
