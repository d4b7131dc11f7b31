import type { KeepUnit } from '@patravali/contract';
import { AbolishUnit, ChangeUnit, CreateUnit } from '@patravali/organisation';
import { REASON } from '../establishment';
import { type Act, broken, changed, renames } from './act';
import { known, type UnitInModel, type World } from './world';

const rowOf = ({ abbreviation, abbreviationHi, name, parentId }: KeepUnit) => ({
  abbreviation,
  abbreviationHi,
  nameHi: name.hi,
  nameEn: name.en,
  parentId,
});

export const createUnit = (request: KeepUnit): Act => ({
  does: 'createUnit',
  says: request,
  wrong: (world) => wrongIn(world, request, null),
  done: (world, { id = '' }) => {
    world.units.set(id, { id, ...rowOf(request), abolished: false, version: 1 });
    return { id, version: 1 };
  },
  run: (office, by) => office.get(CreateUnit).execute(by, request),
});

export const changeUnit = (id: string, request: KeepUnit, seen: number): Act => ({
  does: 'changeUnit',
  says: { id, request, seen },
  wrong: (world) =>
    ofKnown(world, id, (unit) => [
      ...broken({ 'changed-meanwhile': unit.version !== seen }),
      ...wrongIn(world, request, id),
    ]),
  done: (world) => {
    const before = known(world.units, id);
    const after = changed(before, rowOf(request));
    world.units.set(id, after);
    world.renamed += renames(before, after, 'abbreviation', 'abbreviationHi', 'nameHi', 'nameEn');
    return { id, version: after.version };
  },
  run: (office, by) => office.get(ChangeUnit).execute(by, id, request, seen),
});

export const abolishUnit = (id: string): Act => ({
  does: 'abolishUnit',
  says: { id },
  wrong: (world) =>
    ofKnown(world, id, () => {
      const isIn = [...world.posts.values()].some((post) => !post.abolished && post.unitId === id);
      const isBelow = [...world.units.values()].some((unit) => !unit.abolished && unit.parentId === id);
      return broken({ 'unit-in-use': isIn || isBelow });
    }),
  done: (world) => {
    const after = changed(known(world.units, id), { abolished: true });
    world.units.set(id, after);
    return { id, version: after.version };
  },
  run: (office, by) => office.get(AbolishUnit).execute(by, id, { reason: REASON }),
});

function ofKnown(world: World, id: string, more: (unit: UnitInModel) => string[]): string[] {
  const unit = world.units.get(id);
  if (!unit) return ['not-found'];
  return [...broken({ 'unit-abolished': unit.abolished }), ...more(unit)];
}

function wrongIn(world: World, { abbreviation, abbreviationHi, parentId }: KeepUnit, id: string | null): string[] {
  const others = [...world.units.values()].filter((unit) => unit.id !== id);
  const isTaken = others.some(
    (unit) => unit.abbreviation === abbreviation || (abbreviationHi !== null && unit.abbreviationHi === abbreviationHi),
  );
  const wrong = broken({ 'name-taken': isTaken });
  if (parentId === null) return wrong;
  const parent = world.units.get(parentId);
  if (!parent) return [...wrong, 'unknown-unit'];
  return [
    ...wrong,
    ...broken({ 'unit-abolished': parent.abolished, 'circle-of-units': standsIn(world, parentId, id) }),
  ];
}

/** Whether the one unit is the other or stands below it. */
function standsIn(world: World, one: string, other: string | null): boolean {
  for (let at: string | null = one; at !== null; at = world.units.get(at)?.parentId ?? null)
    if (at === other) return true;
  return false;
}
