/** The tabs of a file, as the address names them. */
export const FILE_TABS = ['sheets', 'drafts', 'movements', 'details', 'history'] as const;
/** One more for whoever audits. */
export const AUDITORS_TAB = 'timeline';
export type FileTab = (typeof FILE_TABS)[number] | typeof AUDITORS_TAB;

export function readTab(name: string | undefined): FileTab {
  return name === AUDITORS_TAB ? name : (FILE_TABS.find((tab) => tab === name) ?? 'sheets');
}
