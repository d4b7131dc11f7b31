/** The files of an evidence bundle, wherever they lie. */
export interface Container {
  readonly paths: ReadonlySet<string>;
  /** The bytes of one of these paths. */
  read(path: string): Promise<Uint8Array>;
}

export const MOST_FILES = 65_535;
export const MOST_FILE_BYTES = 256 * 1024 * 1024;

/** Letters, digits, dots, dashes and low lines; no part begins with a dot, so none leads out of the bundle. */
const PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const LONGEST_PATH = 500;

export function isPathInBundle(path: string): boolean {
  return path.length <= LONGEST_PATH && PATH.test(path);
}
