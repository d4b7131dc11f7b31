import type { OperationId } from '@patravali/contract';
import { useEffect, useState } from 'react';
import { call } from './call';

/** Whoever has his PDF sooner need not know that it took a turn. */
const EVERY_MS = 2_000;

/** Where what this person has asked for stands in the line, while it is waited for; null when it is not told, or its turn has come. */
export function useTurn(operation: OperationId, waiting: boolean): number | null {
  const [place, setPlace] = useState<number | null>(null);
  useEffect(() => {
    if (!waiting) return;
    const controller = new AbortController();
    const ask = () =>
      void call('listTurns', {}, { signal: controller.signal }).then(
        ({ items }) => setPlace(items.find((each) => each.operation === operation)?.place ?? null),
        () => setPlace(null),
      );
    const timer = setInterval(ask, EVERY_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
      setPlace(null);
    };
  }, [operation, waiting]);
  return place;
}
