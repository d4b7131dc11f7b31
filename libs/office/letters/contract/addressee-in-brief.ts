import type { Addressee } from './addressee';

/** Told apart from others in one line: of ten District Magistrates each has his district. */
export const addresseeInBrief = ({ name, designation, address }: Addressee): string =>
  [name, designation, address?.split('\n', 1)[0]].filter(Boolean).join(', ');
