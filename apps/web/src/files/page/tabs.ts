/** The tabs of a file, as the address names them. */
export const FILE_TABS = ['sheets', 'drafts', 'movements', 'details', 'history'] as const;
export type FileTab = (typeof FILE_TABS)[number];

export function readTab(name: string | undefined): FileTab {
  return FILE_TABS.find((tab) => tab === name) ?? 'sheets';
}
