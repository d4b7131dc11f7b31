/** Of each person the places are kept in this browser, as many as a year of an officer holds. */
const MOST = 500;

/** Where somebody stopped reading: a page, and what tells whether the place still counts. */
export interface LastRead {
  page: number;
  /** How many letters lay on the file then. */
  letters: number;
}

type Kept = [id: string, place: LastRead];

const storedOf = (username: string): string => `patravali.lastRead.${username}`;

export function lastReadOf(username: string, id: string): LastRead | null {
  return keptOf(username).find(([each]) => each === id)?.[1] ?? null;
}

/** A full or forbidden storage forgets. */
export function rememberRead(username: string, id: string, place: LastRead): void {
  const others = keptOf(username).filter(([each]) => each !== id);
  const kept: Kept[] = [[id, place], ...others.slice(0, MOST - 1)];
  try {
    localStorage.setItem(storedOf(username), JSON.stringify(kept));
  } catch {
    // Reading goes on.
  }
}

function keptOf(username: string): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storedOf(username)) ?? '[]');
    return Array.isArray(kept) ? (kept as Kept[]) : [];
  } catch {
    return [];
  }
}
