import type { Actor } from '@patravali/authorization';
import type { FileCreated } from '@patravali/contract';
import { CreateFile, OpenPart, OpenVolume } from '@patravali/files';
import { EndParkings } from '@patravali/movement';
import type { FileModel } from '../model/file-model';
import { isTogether, type TogetherStep } from '../model/together';
import { obstacleToPart, refusesTogether, takeTogether, togetherModelled } from '../acts/together-acts';
import { actIn } from './acts';
import { setToday } from './notes';
import { besides } from './together';
import type { ModelPost, Posts, Step } from '../model/steps';
import { fileModelled, filesStored, type Stored } from './file-stored';
import { type TestOffice } from '../office/office';
import { OfficeModel } from '../model/office-model';
import { writeActor, writeLinkOfficerOfLast, writeOffice } from '../office/rows';
import { RegistersOfOneOffice } from './registers-of-one-office';
import {
  deskModelled,
  deskShown,
  discussionsModelled,
  discussionsShown,
  fileShown,
  followUpModelled,
  followUpShown,
  foundBy,
  type Question,
  questionsAbout,
  questionsModelled,
  questionsShown,
} from './shown';
import { clockModelled, waitingModelled, waitingShown } from './shown-clocks';
import { isSilent } from './days';
import type { VolumeStep } from '../model/volumes';

/** One walk: an organisation of its own, so that none sees the files of another, and the model that it must equal. */
export class Walk {
  private readonly ids = new Map<FileModel, string>();
  /** Of each event of a file, whether a link officer acted. */
  private readonly byLink = new Map<FileModel, boolean[]>();
  /** Every file as its rows are since the last step, by its id. */
  private stored: ReadonlyMap<string, Stored> = new Map();
  /** How many steps were taken, and how many of them were refused. */
  readonly taken = { steps: 0, refused: 0 };

  private constructor(
    readonly office: TestOffice,
    readonly model: OfficeModel,
    private readonly actors: ReadonlyMap<string, Actor>,
    /** A second person on each post, who acts for its holder. */
    private readonly links: ReadonlyMap<string, Actor>,
    private readonly headId: string,
    private readonly registers: RegistersOfOneOffice,
  ) {}

  static async begin(office: TestOffice, posts: Posts, today: string): Promise<Walk> {
    const written = await writeOffice(office.owner);
    const [actors, links] = [new Map<string, Actor>(), new Map<string, Actor>()];
    for (const [marking, { role, superior, level }] of Object.entries<ModelPost>(posts)) {
      const post = { marking, roles: [role], level, superior: superior ? actors.get(superior) : undefined };
      const actor = await writeActor(office.owner, written, post);
      actors.set(marking, actor);
      links.set(marking, await writeLinkOfficerOfLast(office.owner, written, actor));
    }
    await setToday(office, today);
    const registers = await RegistersOfOneOffice.begin(office.owner, written.id);
    return new Walk(office, new OfficeModel(posts, today), actors, links, written.headId, registers);
  }

  end(): void {
    this.registers.end();
  }

  /** What was due today is late from now on, and what was parked until the next day is back. */
  async dayPasses(): Promise<void> {
    this.model.today = this.model.day(1);
    await setToday(this.office, this.model.today);
    await this.office.get(EndParkings).execute();
    for (const file of this.model.files) {
      const link = file.endParking(this.model.today);
      if (link === null) continue;
      file.events.push({ name: 'file.parking_ended' });
      this.byLink.get(file)?.push(link);
    }
    await this.compareStored();
  }

  /** A week and two days: longer than a post may keep a case. */
  async nineNightsPass(): Promise<void> {
    for (let night = 0; night < 9; night++) await this.dayPasses();
  }

  async create(by: string, confidential: boolean, subject: string): Promise<void> {
    const grading = confidential ? 'confidential' : 'normal';
    const request = { headId: this.headId, subject, grading, urgency: 'ordinary' } as const;
    const doing = this.office.get(CreateFile).execute(this.actor(by), request);
    if (!this.model.mayCreate(by)) {
      await expect(doing).rejects.toMatchObject({ code: 'not-allowed' });
      return;
    }
    if (confidential && !this.model.mayGrade(by)) {
      await expect(doing).rejects.toMatchObject({ code: 'grading-needs-officer' });
      return;
    }
    const { id, number, computerNumber } = await doing;
    const file = this.model.create(by, { number, computerNumber, subject, confidential });
    this.ids.set(file, id);
    this.byLink.set(file, [false]);
    await this.compare(file, [by]);
  }

  /** Takes the step in the office and in the model, and compares the two. Answers the code of the refusal, if refused. */
  async take(file: FileModel, by: string, step: Step, link = false): Promise<string | null> {
    this.taken.steps += 1;
    if (step.does === 'open_part') return await this.openPart(file, by, link);
    if (step.does === 'open_volume') return await this.openVolume(file, by, step, link);
    const { holder } = file;
    const { files } = this.model;
    const beside = isTogether(step) ? besides(file, step, files) : files.filter((one) => file.inside.has(one));
    const refusal = isTogether(step) ? takeTogether(file, by, step, files) : file.take(by, step, link);
    const doing = this.act(this.acting(by, link), this.idOf(file), step);
    if (refusal) await this.compareRefused(doing, refusal);
    else {
      await doing;
      if (step.does !== 'follow' && step.does !== 'unfollow') this.byLink.get(file)?.push(link);
      if (isTogether(step)) for (const other of beside) this.byLink.get(other)?.push(link);
      await this.compare(file, [by, holder ?? by, file.holder ?? by], beside);
    }
    return refusal;
  }

  /** The code with which the office refuses the step, if it does, by the model: nothing is done. */
  refuses(file: FileModel, by: string, step: Step, link: boolean): string | null {
    if (step.does === 'open_part') return obstacleToPart(file, by, this.model.posts[by]?.role ?? '');
    if (step.does === 'open_volume') return file.obstacleToVolume(by, step);
    if (isTogether(step)) return refusesTogether(file, by, step, this.model.files);
    return file.refuses(by, step, link);
  }

  private async openPart(main: FileModel, by: string, link: boolean): Promise<string | null> {
    const refusal = obstacleToPart(main, by, this.model.posts[by]?.role ?? '');
    const doing = this.office.get(OpenPart).execute(this.acting(by, link), this.idOf(main), {});
    return this.opens(main, by, { link, refusal, doing }, (numbers) => this.model.createPart(by, main, numbers));
  }

  private openVolume(file: FileModel, by: string, step: VolumeStep, link: boolean): Promise<string | null> {
    const refusal = file.obstacleToVolume(by, step);
    const explanation = step.explains ? 'अभिलेख अप्राप्त थे' : undefined;
    const doing = this.office.get(OpenVolume).execute(this.acting(by, link), this.idOf(file), { explanation });
    return this.opens(file, by, { link, refusal, doing }, (numbers) => this.model.createVolume(by, file, numbers));
  }

  /** Another file that begins with this one. */
  private async opens(
    file: FileModel,
    by: string,
    { link, refusal, doing }: { link: boolean; refusal: string | null; doing: Promise<FileCreated> },
    create: (numbers: Pick<FileCreated, 'number' | 'computerNumber'>) => FileModel,
  ): Promise<string | null> {
    if (refusal) {
      await this.compareRefused(doing, refusal);
      return refusal;
    }
    const { id, number, computerNumber } = await doing;
    const begun = create({ number, computerNumber });
    this.ids.set(begun, id);
    this.byLink.set(begun, [link]);
    this.byLink.get(file)?.push(link);
    await this.compare(begun, [by], [file]);
    return null;
  }

  /** The refusal is as the model has it, and no file was touched. */
  private async compareRefused(doing: Promise<unknown>, code: string): Promise<void> {
    this.taken.refused += 1;
    const before = this.stored;
    await expect(doing).rejects.toMatchObject({ code });
    await this.compareStored();
    expect(this.stored).toEqual(before);
  }

  /** Every file as its rows are, whether the step was about it or not. */
  private async compareStored(): Promise<void> {
    const { files } = this.model;
    this.stored = await filesStored(
      this.office,
      files.map((file) => this.idOf(file)),
    );
    for (const file of files) expect(this.stored.get(this.idOf(file))).toMatchObject(fileModelled(file));
  }

  /** Each desk as it is shown and as the model has it, walked in pages of so many rows. */
  async compareDesks(posts: Iterable<string>, limit: number): Promise<void> {
    for (const post of new Set(posts)) {
      expect(await deskShown(this.office, this.actor(post), limit)).toEqual(deskModelled(this.model, post));
      const asked = await questionsShown(this.office, this.actor(post), limit);
      expect([post, asked]).toEqual([post, questionsModelled(this.model, post)]);
      const followed = await followUpShown(this.office, this.actor(post), limit);
      expect([post, followed]).toEqual([post, followUpModelled(this.model, post)]);
      const waiting = await waitingShown(this.office, this.actor(post), limit);
      expect([post, waiting]).toEqual([post, waitingModelled(this.model, post)]);
      const discussed = await discussionsShown(this.office, this.linkOf(post), limit);
      expect([post, discussed]).toEqual([post, discussionsModelled(this.model, post)]);
    }
  }

  /**
   * Every file as its rows are; the registers of those that the step touched; the desks of those who had to do with it, and
   * what they find; and every rule of the registers.
   */
  private async compare(file: FileModel, desks: readonly string[], beside: readonly FileModel[] = []): Promise<void> {
    await this.compareStored();
    // In every third step pages so small that a list has several: they cost a request for each row.
    const turn = this.taken.steps;
    const limit = turn % 3 === 0 ? 1 + (turn % 5) : 50;
    const questions = questionsAbout(file);
    const reader = file.holder ?? file.creator;
    await Promise.all([
      ...[file, ...beside].map((each) => this.compareRegisters(each, limit)),
      this.compareDesks(desks, limit),
      this.compareFound(reader, questions, limit),
      ...[desks[0] ?? '', 'ADMIN'].map((post) =>
        this.compareFound(post, [questions[turn % questions.length] ?? {}], limit),
      ),
      this.registers.broken().then((rules) => expect(rules).toEqual([])),
    ]);
  }

  private async compareRegisters(file: FileModel, limit: number): Promise<void> {
    const [reader, hashes] = [file.holder ?? file.creator, this.stored.get(this.idOf(file))?.hashes ?? []];
    expect(await fileShown(this.office, this.actor(reader), this.idOf(file), limit)).toEqual({
      events: file.events
        .map((event, index) => ({ ...event, link: this.byLink.get(file)?.[index] }))
        .filter((event) => file.showsEvent(event, reader))
        .map(({ name, note, link }, index) => {
          const contentHash = note === undefined ? null : hashes[note - 1];
          return { sequence: index + 1, name, contentHash, link };
        }),
      clock: clockModelled(file),
      movements: file.register.map((line, index) => ({ sequence: index + 1, ...line })),
      together: togetherModelled(file, reader),
      suggestions: this.model.suggestions(reader, file),
      decided: file.decided ? [file.sheet.indexOf(file.decided) + 1, file.decided.decision, file.decided.by] : null,
      sheet: file.sheet.map(({ returns, ofPart, ...note }) => ({
        ...note,
        at: undefined,
        agrees: isSilent(note),
        answered: (ofPart ?? note).answered,
        returns: [...(ofPart?.returns ?? []), ...returns],
      })),
    });
  }

  private async compareFound(post: string, questions: readonly Question[], limit: number): Promise<void> {
    for (const question of questions) {
      const found = await foundBy(this.office, this.actor(post), question, limit);
      expect(found).toEqual(this.model.find(post, question).map(({ cover }) => cover.computerNumber));
    }
  }

  private act(by: Actor, fileId: string, step: Exclude<Step, VolumeStep>): Promise<unknown> {
    const otherId = isTogether(step) ? this.otherId(step) : '';
    return actIn(this.office, { by, fileId, otherId, postIdOf: (marking) => this.actor(marking).postId }, step);
  }

  private actor(marking: string): Actor {
    const found = this.actors.get(marking);
    if (!found) throw new Error(`There is no post ${marking}`);
    return found;
  }

  private otherId(step: TogetherStep): string {
    const { files } = this.model;
    const file = 'other' in step ? files[step.other % files.length] : undefined;
    return file ? this.idOf(file) : '';
  }

  private acting(by: string, link: boolean): Actor {
    return link ? this.linkOf(by) : this.actor(by);
  }

  private linkOf(marking: string): Actor {
    return this.links.get(marking) ?? this.actor(marking);
  }

  private idOf(file: FileModel): string {
    return this.ids.get(file) ?? '';
  }
}
