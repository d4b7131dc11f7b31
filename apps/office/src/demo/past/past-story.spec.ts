import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OfficeFileContent } from '@patravali/organisation';
import { demoFolder } from '../story/demo-folder';
import { readStory } from '../story/story';
import { HOLIDAYS, laterAtWork, workingDayAgo, workingDayFrom } from '../story/working-time';
import { readMatters } from './matters';
import { tellPast } from './past-story';

/** A Monday morning at half past nine in India, before the office opens. */
const MONDAY = new Date('2026-11-23T04:00:00Z');
const NOW = new Date('2026-11-25T08:00:00Z');

describe('the working time of the demo office', () => {
  it('goes from ten to half past five, and on Saturday evening to Monday', () => {
    const saturday = new Date('2026-11-21T11:55:30Z');
    expect(laterAtWork(saturday, 3)).toEqual(new Date('2026-11-21T11:58:30Z'));
    expect(laterAtWork(saturday, 10)).toEqual(new Date('2026-11-23T04:35:30Z'));
    expect(laterAtWork(MONDAY, 0)).toEqual(new Date('2026-11-23T04:30:00Z'));
  });

  it('leaves out Sundays and the second Saturday', () => {
    expect(laterAtWork(new Date('2026-11-13T11:59:00Z'), 5)).toEqual(new Date('2026-11-16T04:34:00Z'));
    expect(workingDayAgo(0, new Date('2026-11-15T08:00:00Z'))).toEqual(new Date('2026-11-13T04:30:00Z'));
    expect(workingDayAgo(1, NOW)).toEqual(new Date('2026-11-24T04:30:00Z'));
    expect(workingDayAgo(3, NOW)).toEqual(new Date('2026-11-21T04:30:00Z'));
  });

  it('leaves out the holidays that the office declares', async () => {
    expect(laterAtWork(new Date('2026-12-24T11:59:00Z'), 5)).toEqual(new Date('2026-12-26T04:34:00Z'));
    expect(['2026-12-24', '2026-12-25', '2027-01-09'].map(workingDayFrom)).toEqual([
      '2026-12-24',
      '2026-12-26',
      '2027-01-11',
    ]);
    const { declaredDays = [] } = JSON.parse(
      await readFile(join(demoFolder(), 'office.json'), 'utf8'),
    ) as OfficeFileContent;
    expect([...new Set(declaredDays.map(({ day }) => day.slice(5)))].sort()).toEqual([...HOLIDAYS]);
  });
});

describe('the past of the demo office', () => {
  it('is told in the order of time, of working time alone, and not beyond now', async () => {
    for (const now of [NOW, MONDAY]) {
      const { steps } = tellPast(await readMatters(), now, workingDayAgo(12, now));
      expect(steps.length).toBeGreaterThan(1500);
      const times = steps.map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThan(now.getTime());
      expect(steps.filter(({ at }) => laterAtWork(at, 0).getTime() !== at.getTime())).toEqual([]);
    }
  });

  it('is the same each time it is told, so that an interrupted seeding goes on with it', async () => {
    const tell = async (now: Date) => tellPast(await readMatters(), now, workingDayAgo(12, now));
    expect(await tell(NOW)).toEqual(await tell(NOW));
    const [earlier, later] = [await tell(NOW), await tell(new Date(NOW.getTime() + 3_600_000))];
    const steps = new Map(later.steps.map(({ key, step }) => [key, step]));
    expect(earlier.steps.filter(({ key, step }) => JSON.stringify(steps.get(key)) !== JSON.stringify(step))).toEqual(
      [],
    );
  });

  it('leaves no word in braces unfilled, but the references of notes', async () => {
    const told = JSON.stringify(tellPast(await readMatters(), NOW, NOW));
    expect(told.match(/\{(?!"|C\/\d|N\/\d)[^"}]*\}/g)).toBeNull();
  });

  it('has one name for each post of another office, and no name for two, in the letters made by hand too', async () => {
    const handMade = await readStory(join(demoFolder(), 'story.json'));
    const letters = [
      ...Object.values(tellPast(await readMatters(), NOW, NOW).letters),
      ...Object.values(handMade.letters),
    ];
    const pairs = new Map(
      letters.map(({ from }) => {
        const pair = [from.signatory.en, `${from.designation.en}, ${from.name.en}`] as const;
        return [pair.join(': '), pair];
      }),
    );
    expect(pairs.size).toBeGreaterThan(40);
    const twice = (which: 0 | 1) => {
      const all = [...pairs.values()].map((pair) => pair[which]);
      return all.filter((one, index) => all.indexOf(one) !== index);
    };
    expect(twice(0)).toEqual([]);
    expect(twice(1).filter((office) => !office.startsWith('Applicant'))).toEqual([]);
  });

  it('leaves to the head of office and to the one below a draft to approve', async () => {
    for (const now of [NOW, MONDAY]) {
      const { steps } = tellPast(await readMatters(), now, workingDayAgo(12, now));
      for (const marking of ['COMM', 'ADDL-COMM(ADM)']) {
        const drafted = steps.flatMap(({ step }) =>
          step.do === 'draft' && step.signatory === marking ? [step.draft] : [],
        );
        const waiting = drafted.filter((file) => {
          const last = steps.map(({ step }) => step).findLast((step) => 'file' in step && step.file === file);
          return last?.do === 'forward' && last.to === marking;
        });
        expect([marking, waiting.length]).not.toEqual([marking, 0]);
      }
    }
  });

  it('deals with all that an establishment section has to do, and not always with a vacant post', async () => {
    const { steps } = tellPast(await readMatters(), NOW, NOW);
    const subjects = steps.flatMap(({ step }) =>
      step.do === 'createFile' && /^(A|C-13)/.test(step.series) ? [step.subject] : [],
    );
    const about = (word: string) => subjects.filter((subject) => subject.includes(word)).length;
    expect(about('रिक्त पद')).toBeLessThan(subjects.length / 10);
    const all = ['ज्येष्ठता सूची', 'ए०सी०पी०', 'चिकित्सा प्रतिपूर्ति', 'अर्जित अवकाश', 'सेवा पुस्तिका', 'विभागीय जाँच'];
    all.push('स्थानान्तरण', 'पेंशन', 'प्रविष्टि', 'भविष्य निर्वाह निधि', 'स्थायीकरण', 'वेतन', 'मृतक आश्रित');
    expect(all.filter((word) => about(word) === 0)).toEqual([]);
  });

  it('has somebody who signs in every place', async () => {
    const { senders, texts } = await readMatters();
    const names = Object.values(senders).flatMap(({ signatories }) => Object.values(signatories ?? {}));
    expect(names.length).toBeGreaterThan(40);
    expect(new Set([...names, ...['man', 'man2', 'woman'].flatMap((list) => texts.words[list] ?? [])]).size).toBe(
      names.length + ['man', 'man2', 'woman'].flatMap((list) => texts.words[list] ?? []).length,
    );
    const places = (list: string) =>
      Object.entries(texts.words)
        .filter(([name]) => name.startsWith(list))
        .flatMap(([, words]) => words.map((word) => word.split('|')[1]));
    for (const { place, signatories } of Object.values(senders)) {
      const [, list] = /^\{(\w+)\}$/.exec(place ?? '') ?? [];
      if (list) expect(Object.keys(signatories ?? {}).sort()).toEqual(places(list).sort());
    }
  });
});
