import { dirname } from 'node:path';
import { PdfInspector } from './pdf-inspector';
import { INSPECTOR_LIMITS, type InspectorLimits } from './inspection-limits';

/** Somebody who diarises letters uploads the next one within this time (milliseconds); at rest the office is smaller. */
const IDLE_MS = 2 * 60_000;

/** Inspectors that wait for the next document, because starting one takes longer than inspecting a letter. */
export class WarmInspectors {
  private readonly waiting = new Map<PdfInspector, NodeJS.Timeout>();

  constructor(
    private readonly limits: InspectorLimits = INSPECTOR_LIMITS,
    private readonly idleMs = IDLE_MS,
  ) {}

  /** One for documents of this folder: one that waits, or a new one. Whoever takes it gives it back or ends it. */
  async take(path: string): Promise<PdfInspector> {
    const folder = dirname(path);
    const inspector = [...this.waiting.keys()].find((each) => each.folder === folder);
    if (!inspector) return await this.start(path);
    this.forget(inspector);
    inspector.work();
    return inspector;
  }

  async start(path: string): Promise<PdfInspector> {
    return await PdfInspector.start(dirname(path), this.limits);
  }

  giveBack(inspector: PdfInspector): void {
    if (inspector.isSpent) {
      void inspector.end();
      return;
    }
    const end = () => {
      this.forget(inspector);
      return inspector.end();
    };
    this.waiting.set(inspector, setTimeout(() => void end(), this.idleMs).unref());
    void inspector.over.then(() => this.forget(inspector));
    inspector.rest(end);
  }

  /** Ends those that wait. */
  async close(): Promise<void> {
    const inspectors = [...this.waiting.keys()];
    inspectors.forEach((each) => this.forget(each));
    await Promise.all(inspectors.map((each) => each.end()));
  }

  private forget(inspector: PdfInspector): void {
    clearTimeout(this.waiting.get(inspector));
    this.waiting.delete(inspector);
  }
}
