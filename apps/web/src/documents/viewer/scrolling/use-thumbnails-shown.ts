import { useState } from 'react';

const STORED = 'patravali.thumbnails';

/** Whether the small pages stand beside the document; kept in this browser. */
export function useThumbnailsShown(): [shown: boolean, toggle: () => void] {
  const [shown, setShown] = useState(() => localStorage.getItem(STORED) === 'on');
  const toggle = () => {
    localStorage.setItem(STORED, shown ? 'off' : 'on');
    setShown(!shown);
  };
  return [shown, toggle];
}
