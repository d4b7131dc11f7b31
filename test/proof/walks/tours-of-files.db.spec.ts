import { ASIDE_TOUR } from '../../support/tours/aside-tour';
import { CLOCK_TOUR } from '../../support/tours/clock-tour';
import { CONSULTATION_TOUR } from '../../support/tours/consultation-tour';
import { DECISIONS_TOUR } from '../../support/tours/decisions-tour';
import { useOffice } from '../../support/office/office';
import { TOGETHER_TOUR } from '../../support/tours/together-tour';
import { NIGHT, TODAY, TOUR } from '../../support/tours/tour-of-a-file';
import { VOLUMES_TOUR } from '../../support/tours/volumes-tour';
import { Walk } from '../../support/walks/walk';
import { NAMES, POSTS, SUBJECTS } from '../../support/walks/posts';

const TOUR_MS = 120_000;

/** Walks at random are in `random-walks.db.spec.ts`; these take every kind of step and meet every refusal for certain. */
describe('walks of files through the office', () => {
  const office = useOffice({ holds: 'nothing' });

  it(
    'know every step and every refusal: one walk that takes them all',
    async () => {
      const walk = await Walk.begin(office(), POSTS, TODAY);
      await walk.create('DH1', false, SUBJECTS[0]);
      const [file] = walk.model.files;
      if (!file) throw new Error('There is no file');
      for (const [index, [by, step, refusal = null]] of TOUR.entries()) {
        if (index === NIGHT) await walk.dayPasses();
        const link = step.does === 'answer' || index % 5 === 4;
        expect([by, step, await walk.take(file, by, step, link)]).toEqual([by, step, refusal]);
      }
      await walk.compareDesks(NAMES, 1);
      walk.end();
    },
    TOUR_MS,
  );

  it.each([
    ['to set a file aside, and back', ASIDE_TOUR],
    ['to consult others', CONSULTATION_TOUR],
    ['past a superior, and to decide', DECISIONS_TOUR],
  ])(
    'know every way %s: one walk that takes them all',
    async (_, tour) => {
      const walk = await Walk.begin(office(), POSTS, TODAY);
      await walk.create('DH1', false, SUBJECTS[0]);
      const [file] = walk.model.files;
      if (!file) throw new Error('There is no file');
      for (const [index, each] of tour.entries()) {
        if (each === 'night') await walk.dayPasses();
        else {
          const [by, step, refusal = null] = each;
          expect([by, step, await walk.take(file, by, step, index % 5 === 4)]).toEqual([by, step, refusal]);
        }
      }
      await walk.compareDesks(NAMES, 1);
      walk.end();
    },
    TOUR_MS,
  );

  it(
    'know how long each desk keeps a file, and where it must say why: one walk that takes them all',
    async () => {
      const walk = await Walk.begin(office(), POSTS, TODAY);
      await walk.create('DH1', false, SUBJECTS[0]);
      const [file] = walk.model.files;
      if (!file) throw new Error('There is no file');
      for (const [index, each] of CLOCK_TOUR.entries()) {
        if (each === 'nine nights') await walk.nineNightsPass();
        else {
          const [by, step, refusal = null] = each;
          expect([by, step, await walk.take(file, by, step, index % 5 === 4)]).toEqual([by, step, refusal]);
        }
      }
      await walk.compareDesks(NAMES, 1);
      walk.end();
    },
    TOUR_MS,
  );

  it(
    'know every way to bring files together, and apart: one walk that takes them all',
    async () => {
      const walk = await Walk.begin(office(), POSTS, TODAY);
      for (const [by, confidential] of [['DH1', false] as const, ['DH1', false] as const, ['SO', true] as const])
        await walk.create(by, confidential, SUBJECTS[0]);
      for (const [which, by, step, refusal = null] of TOGETHER_TOUR) {
        const file = walk.model.files[which];
        if (!file) throw new Error('There is no file');
        expect([which, by, step, await walk.take(file, by, step)]).toEqual([which, by, step, refusal]);
      }
      await walk.compareDesks(NAMES, 1);
      walk.end();
    },
    TOUR_MS,
  );

  it(
    'know how a file goes on in its next volume: one walk that takes them all',
    async () => {
      const walk = await Walk.begin(office(), POSTS, TODAY);
      for (const [by, confidential] of [['DH1', false] as const, ['DH1', false] as const, ['SO', true] as const])
        await walk.create(by, confidential, SUBJECTS[0]);
      for (const each of VOLUMES_TOUR) {
        if (each === 'nine nights') await walk.nineNightsPass();
        else {
          const [which, by, step, refusal = null] = each;
          const file = walk.model.files[which];
          if (!file) throw new Error('There is no file');
          expect([which, by, step, await walk.take(file, by, step)]).toEqual([which, by, step, refusal]);
        }
      }
      await walk.compareDesks(NAMES, 1);
      walk.end();
    },
    TOUR_MS,
  );
});
