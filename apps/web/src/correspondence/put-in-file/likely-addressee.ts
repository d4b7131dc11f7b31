import { type IssueView, type Named, type ReceiptView } from '@patravali/contract';

type Sender = Pick<Named<ReceiptView>, 'senderName' | 'senderDesignation' | 'senderAddress'>;

const wordsOf = (...texts: (string | null | undefined)[]): ReadonlySet<string> =>
  new Set(
    texts
      .join(' ')
      .toLocaleLowerCase()
      .split(/[\s,.;:()/-]+/u)
      .filter(Boolean),
  );

/** Whose answer a letter most likely is: of all addressees, his who shares most words with its sender; the only one; null while two are as near. */
export function likelyAddressee(
  { senderName, senderDesignation, senderAddress }: Sender,
  sendings: Named<IssueView>['sendings'],
): number | null {
  const sender = wordsOf(senderName, senderDesignation, senderAddress);
  if (sendings.length === 1) return sendings[0]?.recipient ?? null;
  const near = sendings
    .map(({ recipient, addressee: { name, designation, address } }) => {
      const shared = [...wordsOf(name, designation, address)].filter((word) => sender.has(word)).length;
      return { recipient, shared };
    })
    .sort((one, other) => other.shared - one.shared);
  const [first, second] = near;
  return first && first.shared > (second?.shared ?? 0) ? first.recipient : null;
}
