import { Tooltip } from '@mantine/core';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import classes from './page.module.css';

/** What a page is about, in two lines at most or in one; the whole shows below, to the mouse, the keyboard and a finger. */
export function Subject({ children, lines = 2 }: { children: string; lines?: 1 | 2 }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isCut = useIsCut(heading, children);
  return (
    <Tooltip
      label={children}
      disabled={!isCut}
      multiline
      maw={620}
      position="bottom-start"
      withinPortal={false}
      events={{ hover: true, focus: true, touch: true }}
    >
      <h1 ref={heading} className={classes.subject} data-lines={lines} tabIndex={isCut ? 0 : undefined}>
        {children}
      </h1>
    </Tooltip>
  );
}

/** Whether some of its lines are hidden. */
function useIsCut(place: RefObject<HTMLElement | null>, text: string): boolean {
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const shown = place.current;
    if (!shown) return undefined;
    const observer = new ResizeObserver(() => setCut(shown.scrollHeight > shown.clientHeight));
    observer.observe(shown);
    return () => observer.disconnect();
  }, [place, text]);
  return isCut;
}
