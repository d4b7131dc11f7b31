/** What decides who heads a unit. */
interface InUnit {
  readonly unitId: string;
  readonly level: number;
  readonly marking: string;
}

/**
 * The post through which a unit is asked: the highest of it, and of equals the first by its marking. The page offers it, the
 * command asks it, and the database holds the same.
 * @param posts those that can hold work.
 */
export function headOfUnit<Post extends InUnit>(posts: readonly Post[], unitId: string): Post | undefined {
  return posts
    .filter((post) => post.unitId === unitId)
    .sort((one, other) => one.level - other.level || (one.marking < other.marking ? -1 : 1))[0];
}
