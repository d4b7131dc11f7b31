/** The holder asks a post, or asks no longer; the post answers, or returns the question. */
export type ConsultingStep =
  | { readonly does: 'consult'; readonly post: string; readonly dueOn: string }
  | { readonly does: 'withdraw_consultation' }
  | { readonly does: 'opinion'; readonly paragraphs: number }
  | { readonly does: 'not_ours' };

const CONSULTING = ['consult', 'withdraw_consultation', 'opinion', 'not_ours'];

export function isConsulting(step: { readonly does: string }): step is ConsultingStep {
  return CONSULTING.includes(step.does);
}

let questions = 0;

/** Which posts are asked on a file: the question goes to each once at a time. */
export class ModelConsultation {
  /** By which day each that has not answered is to answer. */
  readonly asked = new Map<string, string>();
  /** As what number of all questions of an office each was asked; of those that are due on one day the older stands first. */
  readonly place = new Map<string, number>();
  /** Those that were asked, and are no longer. */
  private readonly ended = new Set<string>();
  /** Those of them that were not heard. */
  private readonly withdrawn = new Set<string>();

  /** The first day by which one is to answer. */
  get dueOn(): string | null {
    return [...this.asked.values()].sort()[0] ?? null;
  }

  /** Why the holder of the file may not ask this. */
  obstacleToAsking(
    { post, dueOn }: Extract<ConsultingStep, { does: 'consult' }>,
    holder: string | null,
    { takesFiles, today }: { takesFiles: (post: string) => boolean; today: string },
  ): string | null {
    if (post === holder) return 'to-oneself';
    if (!takesFiles(post)) return 'post-takes-no-files';
    if (this.asked.has(post)) return 'already-consulted';
    return dueOn < today ? 'due-date-past' : null;
  }

  /** Why this post may not end the question. Of a file that is graded higher, those not heard are told nothing any more. */
  obstacleToEnding(by: string, step: ConsultingStep, isConfidential: boolean): string | null {
    if (!this.asked.has(by))
      return this.ended.has(by) && !(isConfidential && this.withdrawn.has(by)) ? 'consultation-ended' : 'not-found';
    return step.does === 'opinion' && step.paragraphs === 0 ? 'note-empty' : null;
  }

  ask(post: string, dueOn: string): void {
    this.asked.set(post, dueOn);
    this.place.set(post, ++questions);
    this.ended.delete(post);
    this.withdrawn.delete(post);
  }

  /** Asks nobody any longer. */
  withdraw(): void {
    for (const post of this.asked.keys()) this.withdrawn.add(post);
    this.end(...this.asked.keys());
  }

  /** @returns whether it was the last. */
  end(...posts: readonly string[]): boolean {
    for (const post of posts) {
      this.asked.delete(post);
      this.ended.add(post);
    }
    return this.asked.size === 0;
  }
}
