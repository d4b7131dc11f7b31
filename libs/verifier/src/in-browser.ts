/** What runs in a browser as well: bundles, and everything in them. Logs lie in folders and at addresses. */
export type { Container } from './bundle/container';
export type { BundleLoss } from './bundle/losses';
export { type BundleAnswer, type BundleQuestion, type ProvenDocument, verifyBundle } from './bundle/verify-bundle';
export { zipContainer } from './bundle/zip';
export { type Fact, factsOfBundle, outcomeOf, titleOf } from './command/facts';
export { type InBoth, sentence } from './command/words/sentence';
export { type CanonicalEvent, readEvent } from './entries/event';
export { entryOf, type Entry, KeyHistory, readEntry } from './entries/entry';
export { type Checkpoint, readCheckpoint } from './notes/checkpoint';
export { isNoteSignedBy, readSignedNote, type SignedNote } from './notes/signed-note';
export { readTlogProof, type TlogProof } from './notes/tlog-proof';
export { makeVerifierKey, readVerifierKey, type VerifierKey } from './notes/verifier-key';
export { Frontier } from './tree/frontier';
export { EMPTY_ROOT, leafHash, nodeHash } from './tree/hashing';
export { isConsistent, rootOfInclusion } from './tree/proofs';
export type { MadePdf } from './rows/made-pdfs';
export { Wrong, type WrongCode } from './primitives/wrong';
