import type { LauncherConfig } from '@patravali/config';

const ANSWERS_WITHIN_MS = 15_000;

/** Whether the office's server on this machine works, and what it tells of itself to who brings the token of its metrics. */
export interface ServerState {
  readonly isReady: boolean;
  /** It answers, ready or not. */
  readonly isLive: boolean;
  readonly loopDelayMs: number | null;
  readonly connections: { readonly used: number; readonly most: number; readonly waiting: number } | null;
}

const SILENT: ServerState = { isReady: false, isLive: false, loopDelayMs: null, connections: null };

export async function askServer(
  url: string,
  { metricsToken }: Pick<LauncherConfig, 'metricsToken'>,
): Promise<ServerState> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  try {
    const ready = await fetch(`${url}/health/ready`, { signal });
    await ready.body?.cancel();
    const state = { ...SILENT, isReady: ready.ok, isLive: true };
    return metricsToken === undefined ? state : { ...state, ...(await figures(url, metricsToken, signal)) };
  } catch {
    return SILENT;
  }
}

async function figures(
  url: string,
  token: string,
  signal: AbortSignal,
): Promise<Pick<ServerState, 'loopDelayMs' | 'connections'>> {
  const answer = await fetch(`${url}/metrics`, { signal, headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (!answer.ok) return { loopDelayMs: null, connections: null };
  const connections = (state: string): number => valueIn(text, `patravali_database_connections{state="${state}"}`) ?? 0;
  const delay = valueIn(text, 'patravali_event_loop_delay_seconds{quantile="p99"}');
  return {
    loopDelayMs: delay === null ? null : Math.round(delay * 1000),
    connections: { used: connections('used'), most: connections('most'), waiting: connections('waiting') },
  };
}

/** Of this very sample in the text format of Prometheus. */
function valueIn(text: string, sample: string): number | null {
  const line = text.split('\n').find((each) => each.startsWith(`${sample} `));
  return line === undefined ? null : Number(line.slice(sample.length + 1));
}
