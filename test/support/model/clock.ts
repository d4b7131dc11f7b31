import type { MovementKind, StopReason } from '@patravali/contract';

/** A post keeps a case for so many days without saying why. In a walk the office works every day. */
const LIMIT = 7;
const DAY = 24 * 60 * 60 * 1000;

export type ClockStep =
  | { readonly does: 'stop_clock'; /** The note that is the evidence, or words. */ readonly note: number | null }
  | { readonly does: 'start_clock' };

/** The acts of a holder that end the stay on his desk: each may say why the file was kept. */
export const ENDING_THE_STAY: readonly string[] = [
  'forward',
  'return',
  'close',
  'put_up',
  'return_correction',
  'agree_recall',
];

export interface Explained {
  readonly explains?: boolean;
}

export function isOfClock(step: { readonly does: string }): step is ClockStep {
  return step.does === 'stop_clock' || step.does === 'start_clock';
}

/** How long a file has been on its desk. */
export class ModelClock {
  private from: string;
  private stop: { readonly on: string; readonly reason: StopReason } | null = null;
  /** How long the desk had kept it that sent it here. */
  private before = 0;

  constructor(private readonly today: () => string) {
    this.from = today();
  }

  get days(): number {
    return Math.round((Date.parse(this.stop?.on ?? this.today()) - Date.parse(this.from)) / DAY);
  }

  get overLimit(): boolean {
    return !this.stop && this.days > LIMIT;
  }

  /** How a row tells of it. */
  get shown() {
    return {
      clockFrom: this.from,
      clockStoppedOn: this.stop?.on ?? null,
      clockStoppedFor: this.stop?.reason ?? null,
    };
  }

  /** The file leaves the desk, or comes to the first one. Answers for how many days it was kept. */
  moved(kind: MovementKind): number | null {
    const { days } = this;
    this.from = this.daysBack(kind === 'pulled_back' ? this.before : 0);
    this.stop = null;
    this.before = days;
    return kind === 'created' || kind === 'reopened' ? null : days;
  }

  unexplained(step: Explained): string | null {
    return this.days > LIMIT && !step.explains ? 'explanation-needed' : null;
  }

  obstacle(step: ClockStep, notes: number): string | null {
    if (step.does === 'start_clock') return this.stop ? null : 'clock-runs';
    if (step.note !== null && step.note > notes) return 'evidence-not-on-file';
    return this.stop ? 'clock-stopped' : null;
  }

  take({ does }: { readonly does: string }): void {
    if (does === 'stop_clock') this.stopFor('court');
    if (does === 'call_book' && !this.stop) this.stopFor('call_book');
    if (does === 'start_clock' || does === 'take_out') this.start();
  }

  private stopFor(reason: StopReason): void {
    this.stop = { on: this.today(), reason };
  }

  private start(): void {
    if (this.stop) this.from = this.daysBack(this.days);
    this.stop = null;
  }

  private daysBack(days: number): string {
    return new Date(Date.parse(this.today()) - days * DAY).toISOString().slice(0, 10);
  }
}
