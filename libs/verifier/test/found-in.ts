import { verifyBundle } from '../src/bundle/verify-bundle';
import { zipContainer } from '../src/bundle/zip';
import { Wrong } from '../src/primitives/wrong';
import { type BundleFiles, zipOfFiles } from './a-bundle';

/** What the verifier finds in a bundle of these files; of what is wrong, the code and the particulars. */
export async function foundIn(files: BundleFiles): Promise<unknown> {
  const answer: unknown = await verifyBundle(zipContainer(zipOfFiles(files)), { witnesses: [] }).catch(
    (error: unknown) => error,
  );
  return answer instanceof Wrong ? { code: answer.code, ...answer.particulars } : answer;
}
