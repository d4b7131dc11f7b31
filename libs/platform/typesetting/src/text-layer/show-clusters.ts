import type { ClusterCodes, CodesOfCluster } from './cluster-codes';
import type { Cluster } from './page-font';
import { RunWriter } from './run-writer';
import type { Run } from './text-runs';
import { type Chain, chainsOf, type PageFonts, piecesOf } from './whole-clusters';

/** Of each font of a page, the codes that show clusters. */
export type PageCodes = ReadonlyMap<string, ClusterCodes>;

/** A cluster that a page shows, and under which codes. */
export interface ShownCluster {
  readonly fontName: string;
  readonly cluster: Cluster;
  readonly codes: CodesOfCluster;
}

export interface ShownClusters {
  readonly content: string;
  /** In the order of their first use. */
  readonly shown: readonly ShownCluster[];
}

/**
 * A page's content in which every cluster of letters is shown under one code that says what the cluster says. Typst draws its glyphs
 * one by one and writes an `/ActualText` around them, at which many readers do not look. The marks by which the structure of the
 * document refers to what is shown stay; those of joined runs hold nothing.
 */
export function showClusters(content: string, fonts: PageFonts, codes: PageCodes): ShownClusters {
  const shown = new Map<Cluster, ShownCluster>();
  const codesOf = (fontName: string, cluster: Cluster): CodesOfCluster => {
    const before = shown.get(cluster)?.codes;
    if (before !== undefined) return before;
    const codesOfIt = codes.get(fontName)?.codesOf(cluster) ?? NO_CODES;
    shown.set(cluster, { fontName, cluster, codes: codesOfIt });
    return codesOfIt;
  };
  const parts: string[] = [];
  let copied = 0;
  const chains = [...chainsOf(content, fonts)];
  for (const [index, chain] of chains.entries()) {
    const [first, last] = [chain.runs[0], chain.runs.at(-1)];
    if (first === undefined || last === undefined) continue;
    const writer = new RunWriter(first, codesOf);
    for (const piece of piecesOf(chain)) writer.add(piece);
    parts.push(
      content.slice(copied, first.start),
      [...writer.end(beginsAt(chains[index + 1], first)), ...chain.between].join('\n'),
    );
    copied = last.end;
  }
  return { content: parts.join('') + content.slice(copied), shown: [...shown.values()] };
}

/** Where what follows on the same line begins, within the run before it. */
function beginsAt(next: Chain | undefined, run: Run): number {
  const [following] = next?.runs ?? [];
  const [piece] = following?.pieces ?? [];
  if (!following || !piece || Math.abs(following.y - run.y) > piece.look.size) return Infinity;
  const along = ((piece.shown.glyphs[0]?.x ?? 0) * piece.look.size) / 1000;
  return following.x + piece.x + along - run.x;
}

const NO_CODES: CodesOfCluster = { letters: '', rest: '' };
