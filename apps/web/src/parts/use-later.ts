import { useEffect, useState } from 'react';

/** By then what a person came for is there, on a slow machine too. */
const LATER_MS = 1_500;

let isLater = false;

/** False in the first moments of the page, for parts that must not hold up what a person came for. */
export function useLater(): boolean {
  const [later, setLater] = useState(isLater);
  useEffect(() => {
    if (later) return;
    const timer = setTimeout(() => setLater((isLater = true)), LATER_MS);
    return () => clearTimeout(timer);
  }, [later]);
  return later;
}
