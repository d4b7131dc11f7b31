import { type ConsultingStep, ModelConsultation } from './consultation';
import { ModelRegister } from './register';
import { EVENTS, type Happening, type NoteLine, type Step, takesFiles } from './steps';

/** What is asked of others on a file, and where their opinions stand on its sheet. */
export abstract class ModelConsulting extends ModelRegister {
  readonly consultation = new ModelConsultation();
  readonly sheet: NoteLine[] = [];
  readonly events: Happening[] = [{ name: 'file.created' }];

  protected abstract may(by: string, does: Step['does']): boolean;

  /** What the holder asks of others, and what they answer: they read nothing of the file. */
  protected consult(by: string, step: ConsultingStep): null {
    const event: Happening = { name: EVENTS[step.does] };
    if (step.does === 'opinion' || step.does === 'not_ours') {
      if (this.consultation.end(by)) this.lastOpinionCame();
      if (step.does === 'opinion') this.giveOpinion(by, step.paragraphs);
      this.events.push(step.does === 'opinion' ? { ...event, note: this.sheet.length } : event);
      return null;
    }
    const last = this.register.at(-1);
    if (last) last.opened = true;
    if (step.does === 'consult') this.consultation.ask(step.post, step.dueOn);
    else {
      this.consultation.end(...this.consultation.asked.keys());
      if (this.aside?.opinion) this.aside = null;
    }
    this.events.push(event);
    return null;
  }

  protected obstacleToConsulting(by: string, step: ConsultingStep): string | null {
    if (step.does === 'opinion' || step.does === 'not_ours') return this.consultation.obstacleToEnding(by, step);
    if (!this.readableBy(by)) return 'not-found';
    if (!this.may(by, step.does)) return 'not-allowed';
    const unfit = this.unfitInside(step.does);
    if (unfit) return unfit;
    if (step.does === 'withdraw_consultation') return this.consultation.asked.size === 0 ? 'nobody-consulted' : null;
    const facts = { takesFiles: (post: string) => takesFiles(this.posts[post]), today: this.today() };
    return this.consultation.obstacleToAsking(step, this.holder, facts);
  }

  private giveOpinion(by: string, paragraphs: number): void {
    const words = { paragraphs, decision: null, under: null, isSummary: false, withPost: null };
    this.sheet.push({
      ...words,
      by,
      putUpBy: null,
      answered: null,
      takenBack: false,
      at: this.now(),
      isOpinion: true,
      returns: [],
    });
  }

  /** Nobody agrees with an opinion by signing after it, nor with what was taken back without a word. */
  private readonly stands = ({ isOpinion, takenBack, paragraphs }: NoteLine): boolean =>
    !isOpinion && !(takenBack && paragraphs === 0);

  protected get lastStanding(): NoteLine | undefined {
    return this.sheet.findLast(this.stands);
  }

  /** From the last note that stands on. */
  protected get lastLines(): NoteLine[] {
    return this.sheet.slice(Math.max(this.sheet.findLastIndex(this.stands), 0));
  }
}
