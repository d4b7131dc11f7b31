import { EMPTY_ROOT, nodeHash } from './hashing';

interface Subtree {
  readonly height: number;
  readonly hash: Uint8Array;
}

/** The right edge of a tree that grows: complete subtrees, each lower than the one before it. */
export class Frontier {
  private constructor(private readonly subtrees: Subtree[]) {}

  static empty(): Frontier {
    return new Frontier([]);
  }

  copy(): Frontier {
    return new Frontier([...this.subtrees]);
  }

  /** Adds a complete subtree of 2 to the power of `height` leaves; no lower one may stand before it. */
  push(hash: Uint8Array, height = 0): void {
    let grown = { height, hash };
    for (let last = this.subtrees.at(-1); last?.height === grown.height; last = this.subtrees.at(-1)) {
      this.subtrees.pop();
      grown = { height: grown.height + 1, hash: nodeHash(last.hash, grown.hash) };
    }
    this.subtrees.push(grown);
  }

  root(): Uint8Array {
    return this.subtrees.map(({ hash }) => hash).reduceRight(joinSubtrees, undefined) ?? EMPTY_ROOT;
  }
}

function joinSubtrees(right: Uint8Array | undefined, left: Uint8Array): Uint8Array {
  return right ? nodeHash(left, right) : left;
}
