import { setImmediate as soon } from 'node:timers/promises';
import { divided } from './child-bounds';
import { ProcessRoom } from './process-room';

const BOUNDS = { awaited: { processes: 2, megabytes: 300 }, unhurried: { processes: 2, megabytes: 200 } };

/** Processes that take what they are told to, of which those that were ended are noted. */
function aRoom() {
  const taken = new Map<number | undefined, number>();
  const room = new ProcessRoom({ bounds: BOUNDS, measure: (processId) => taken.get(processId) ?? null });
  const ended: string[] = [];
  let lastId = 0;
  const enter = async (name: string, lane: 'awaited' | 'unhurried' = 'awaited', usual = 50) => {
    const place = await room.enter(lane, usual);
    const id = ++lastId;
    place.begin(id, () => {
      ended.push(name);
      place.leave();
    });
    const rest = () =>
      place.rest(async () => {
        ended.push(name);
        await soon();
        place.leave();
      });
    return { place, rest, grow: (megabytes: number) => taken.set(id, megabytes) };
  };
  return { room, enter, ended };
}

const isThere = async (place: Promise<unknown>) => {
  await soon();
  return await Promise.race([place.then(() => true), soon(false)]);
};

describe('the room of child processes', () => {
  it('has so many places in each lane, and whoever finds none waits until one is gone', async () => {
    const { enter } = aRoom();
    const [first] = [await enter('a'), await enter('b')];
    const third = enter('c');
    expect(await isThere(third)).toBe(false);
    await Promise.all([enter('d', 'unhurried'), enter('e', 'unhurried')]);
    first.place.leave();
    expect(await isThere(third)).toBe(true);
  });

  it('ends the process that rests longest for one that is needed, and lets it in when that one is gone', async () => {
    const { enter, ended } = aRoom();
    const [one, other] = [await enter('one'), await enter('other')];
    other.rest();
    one.rest();
    await enter('third');
    expect(ended).toEqual(['other']);
    one.place.work();
    const fourth = enter('fourth');
    expect(await isThere(fourth)).toBe(false);
    expect(ended).toEqual(['other']);
  });

  it('has so much memory, of which a lane may borrow what the other does not need', async () => {
    const { enter } = aRoom();
    const large = await enter('large', 'awaited', 280);
    const borrowing = enter('borrowing', 'awaited', 150);
    expect(await isThere(borrowing)).toBe(true);
    // Its own memory is there for the other lane all the same.
    expect(await isThere(enter('unhurried', 'unhurried', 150))).toBe(true);
    large.place.leave();
  });

  it('lets in whoever has the lane for himself, however much he takes', async () => {
    const { enter } = aRoom();
    expect(await isThere(enter('huge', 'unhurried', 5000))).toBe(true);
  });

  it('ends the process that grew most, of the lane that takes more than its own, before all take too much', async () => {
    const { room, enter, ended } = aRoom();
    const [usual, grown] = [await enter('usual'), await enter('grown', 'unhurried')];
    usual.grow(290);
    grown.grow(150);
    room.look();
    expect(ended).toEqual([]);
    grown.grow(400);
    room.look();
    expect(ended).toEqual(['grown']);
  });

  it('ends what rests before what works', async () => {
    const { room, enter, ended } = aRoom();
    const [resting, working] = [await enter('resting'), await enter('working', 'unhurried')];
    resting.rest();
    working.grow(480);
    room.look();
    expect(ended).toEqual(['resting']);
    await soon();
    await soon();
    room.look();
    expect(ended).toEqual(['resting']);
  });

  it.each([
    [{ processes: 3, megabytes: 1000 }, 2, 1],
    [{ processes: 8, megabytes: 1000 }, 5, 3],
    [{ processes: 36, megabytes: 1000 }, 21, 15],
  ])('is divided: of %j what is awaited gets %i processes, what is not gets %i', (bounds, awaited, unhurried) => {
    const lanes = divided(bounds);
    expect([lanes.awaited.processes, lanes.unhurried.processes]).toEqual([awaited, unhurried]);
    expect(lanes.awaited.megabytes + lanes.unhurried.megabytes).toBe(bounds.megabytes);
  });
});
