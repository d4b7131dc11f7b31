import { type ClusterCodes, FIRST_CODE } from './cluster-codes';
import type { Cluster } from './page-font';
import { RunWriter } from './run-writer';
import { chainsOf, type PageFonts, piecesOf } from './whole-clusters';

/** Of each font of a page, the codes that show clusters. */
export type PageCodes = ReadonlyMap<string, ClusterCodes>;

/** A cluster that a page shows, and under which code. */
export interface ShownCluster {
  readonly fontName: string;
  readonly cluster: Cluster;
  readonly code: number;
}

export interface ShownClusters {
  readonly content: string;
  /** Those that no glyph of the compiler's shows, in the order of their first use. */
  readonly shown: readonly ShownCluster[];
}

/**
 * A page's content in which every cluster of letters is shown under one code that says what the cluster says. Typst draws its glyphs
 * one by one and writes an `/ActualText` around them, at which many readers do not look. The marks by which the structure of the
 * document refers to what is shown stay; those of joined runs hold nothing.
 */
export function showClusters(content: string, fonts: PageFonts, codes: PageCodes): ShownClusters {
  const shown = new Map<Cluster, ShownCluster>();
  const codeOf = (fontName: string, cluster: Cluster): number => {
    const code = codes.get(fontName)?.codeOf(cluster) ?? 0;
    if (code >= FIRST_CODE && !shown.has(cluster)) shown.set(cluster, { fontName, cluster, code });
    return code;
  };
  const parts: string[] = [];
  let copied = 0;
  for (const chain of chainsOf(content, fonts)) {
    const [first, last] = [chain.runs[0], chain.runs.at(-1)];
    if (first === undefined || last === undefined) continue;
    const writer = new RunWriter(first, codeOf);
    for (const piece of piecesOf(chain)) writer.add(piece);
    parts.push(content.slice(copied, first.start), [...writer.end(), ...chain.between].join('\n'));
    copied = last.end;
  }
  return { content: parts.join('') + content.slice(copied), shown: [...shown.values()] };
}
