import { type LogKey, uuid } from './a-log';
import { type BundleFiles, BundleUnderWay, list } from './a-bundle';

/**
 * Of a file with two events, after which the first of these keys was lost and the second took over, as each further one did from the one
 * before it; then a third event happened. @param noted what the lost key is said to have signed last.
 */
export function aBundleAfterLostKey(
  keys: readonly [LogKey, ...LogKey[]],
  noted: (bundle: BundleUnderWay) => string | null = (bundle) => bundle.note(keys[0]),
): BundleFiles {
  const bundle = new BundleUnderWay();
  const subject = `file ${uuid(0xf1)}`;
  bundle.addEvents(subject, 0xa0, [{}, {}]);
  const [first, after, ...others] = keys;
  if (after) bundle.addLostKey(after, noted(bundle), 1);
  bundle.addEvents(subject, 0xa2, [{}]);
  for (const [at, other] of others.entries()) bundle.addKey(keys[at + 1] ?? first, other, at + 2);
  bundle.prove(keys.at(-1) ?? first);
  list(bundle.files, first.vkey);
  return bundle.files;
}
