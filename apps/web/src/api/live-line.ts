import type { Hint } from '@patravali/contract';
import { addressOf } from './call';

/** One tab of the browser holds the line for all: a browser opens only six to one server. */
const ONE_TAB = 'patravali.live';
/** After an answer that is no line the browser does not come back by itself: too many lines, signed out, a proxy's error. */
const AGAIN_MS = { first: 2_000, most: 60_000 };

const ANYTHING: Hint = { all: true, desks: [], files: [], receipts: [], notices: true };

/**
 * Hears what the office says of itself, in whichever tab the line is held, until it is stopped. What is missed while there
 * is no line at all, the lists find when they ask again.
 */
export function listenToOffice(onHint: (hint: Hint) => void): () => void {
  const stopping = new AbortController();
  const others = new BroadcastChannel(ONE_TAB);
  others.onmessage = ({ data }: MessageEvent<Hint>) => onHint(data);
  const tell = (hint: Hint) => {
    onHint(hint);
    others.postMessage(hint);
  };
  const asked = Date.now();
  navigator.locks
    .request(ONE_TAB, { signal: stopping.signal }, () => {
      // The tab that held it before is gone; nobody heard what came between.
      if (Date.now() - asked > AGAIN_MS.first) tell(ANYTHING);
      return holdLine(tell, stopping.signal);
    })
    .catch(() => undefined);
  return () => {
    stopping.abort();
    others.close();
  };
}

/** Holds the line, and comes back to it, until it is stopped. */
function holdLine(tell: (hint: Hint) => void, signal: AbortSignal): Promise<void> {
  return new Promise((stopped) => {
    let line: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = AGAIN_MS.first;
    let after: string | undefined;
    const open = () => {
      line = new EventSource(addressOf('listen', { query: { after } }));
      line.onopen = () => (pause = AGAIN_MS.first);
      line.addEventListener('hint', ({ data, lastEventId }: MessageEvent<string>) => {
        after = lastEventId === '' ? undefined : lastEventId;
        tell(JSON.parse(data) as Hint);
      });
      line.onerror = () => {
        if (line?.readyState !== EventSource.CLOSED) return;
        timer = setTimeout(open, pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, AGAIN_MS.most);
      };
    };
    open();
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      line?.close();
      stopped();
    });
  });
}
