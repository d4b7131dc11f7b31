import {
  type BundleAnswer as Proof,
  type Container,
  factsOfBundle,
  outcomeOf,
  readVerifierKey,
  sentence,
  titleOf,
  verifyBundle,
  Wrong,
  zipContainer,
} from '@patravali/verifier';
import {
  type BundleAnswer,
  type BundlePdf,
  type BundleQuestion,
  MOST_MEGABYTES,
  type Verdict,
} from './bundle-messages';

/** The kind of key with which a log signs (c2sp.org/signed-note). */
const LOG_KEY = 1;

type Question = Extract<BundleQuestion, { kind: 'verify' }>;

/** The bundle that was verified last and found right. */
let verified: Container | null = null;

async function verify(asked: Question, send: (message: BundleAnswer) => void): Promise<BundleAnswer> {
  verified = null;
  return { kind: 'verdict', verdict: await verdictOf(asked, (share) => send({ kind: 'progress', share })) };
}

async function verdictOf({ bundle, keys, witnesses }: Question, progress: (share: number) => void): Promise<Verdict> {
  const known = witnesses.map(readVerifierKey).filter((witness) => witness !== undefined);
  const ofLog = keys.map(readVerifierKey).filter((key) => key?.kind === LOG_KEY);
  const [key, ...laterKeys] = ofLog.filter((found) => found !== undefined);
  const given = { key, laterKeys, witnesses: known };
  if (ofLog.length < keys.length) return { outcome: 'key-unreadable' };
  if (known.length < witnesses.length) return { outcome: 'witness-unreadable' };
  if (bundle.size > MOST_MEGABYTES * 1_000_000) return { outcome: 'too-large' };
  try {
    const container = zipContainer(await bytesOf(bundle));
    const proof = await verifyBundle(counted(container, progress), given);
    verified = container;
    const found = factsOfBundle(proof, given);
    return {
      outcome: 'right',
      afterLoss: outcomeOf(found) === 'right-after-loss',
      title: titleOf(found, bundle.name),
      found: found.map(({ code, particulars }) => sentence(code, particulars)),
      from: instant(proof.from),
      until: instant(proof.until),
      pdfs: pdfsOf(container, proof),
    };
  } catch (error) {
    const wrong = error instanceof Wrong ? error : new Wrong('target-unreadable', { path: bundle.name });
    const outcome = wrong.code === 'target-unreadable' ? 'unverified' : 'wrong';
    return {
      outcome,
      title: sentence(outcome, { target: bundle.name }),
      found: [sentence(wrong.code, wrong.particulars)],
    };
  }
}

async function bytesOf(bundle: File): Promise<Uint8Array> {
  return new Uint8Array(await bundle.arrayBuffer());
}

/** Each file is read about twice: once for the list of the bundle, once for what it says. */
function counted(container: Container, progress: (share: number) => void): Container {
  const all = 2 * container.paths.size;
  let read = 0;
  let told = 0;
  return {
    paths: container.paths,
    read: (path) => {
      read += 1;
      const share = Math.min(read / all, 1);
      if (share - told >= 0.01) progress((told = share));
      return container.read(path);
    },
  };
}

function pdfsOf(container: Container, { proven: documents, made }: Proof): BundlePdf[] {
  const proven = [...made, ...documents];
  const named = new Set(proven.map(({ path }) => path));
  const others = [...container.paths].filter((path) => path.endsWith('.pdf') && !named.has(path));
  return [
    ...proven.map(({ path, event: { name, at } }) => ({ path, event: { name, at: instant(at) } })),
    ...others.map((path) => ({ path, event: null })),
  ];
}

/** An event may say a day that no calendar has. */
function instant(at: string): string | null {
  return Number.isNaN(Date.parse(at)) ? null : at;
}

self.addEventListener('message', ({ data, ports }: MessageEvent<BundleQuestion>) => {
  const send = (message: BundleAnswer) => ports[0]?.postMessage(message);
  const answer = data.kind === 'verify' ? verify(data, send) : read(data.path);
  answer.then(send, () => send({ kind: 'lost' }));
});

async function read(path: string): Promise<BundleAnswer> {
  if (!verified) return { kind: 'lost' };
  const bytes = await verified.read(path);
  return { kind: 'file', bytes: new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }) };
}
