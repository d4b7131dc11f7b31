import { BOXES, type HeldPost, REGISTERS, type Role, ROLES } from '@patravali/contract';
import { firstPage } from '../../../apps/web/src/app/first-page';
import { type Place, placeAt, placesOf } from '../../../apps/web/src/desk/places';

const MOST_ENTRIES = 8;
const post = (roles: readonly Role[], capacity: HeldPost['capacity'] = 'regular') =>
  ({ roles: [...roles], capacity }) as HeldPost;
const subsets = ROLES.reduce<Role[][]>((sets, role) => [...sets, ...sets.map((set) => [...set, role])], [[]]);
const labels = (places: readonly Place[]) => places.map(({ label }) => label);
const filledOnly = (places: readonly Place[]) => places.filter(({ onlyFilled }) => onlyFilled);
const pathsOf = (places: readonly Place[]) => places.flatMap(({ tabs }) => tabs.map(({ path }) => path));

describe('The menu', () => {
  it.each(subsets.map((roles) => [roles.join(', ') || 'no role', roles] as const))(
    'of a post with %s has at most eight entries, each page once, and the first page among them',
    (_, roles) => {
      for (const capacity of ['regular', 'assistant'] as const) {
        const places = placesOf(post(roles, capacity));
        expect(places.length).toBeLessThanOrEqual(MOST_ENTRIES);
        const paths = pathsOf(places);
        expect(new Set(paths).size).toBe(paths.length);
        const first = firstPage(post(roles, capacity));
        const path = first === 'search' || first === 'people' ? `/${first}` : `/desk/${first}`;
        expect(placeAt(places, path)).toBeDefined();
      }
    },
  );

  it('leads an officer who dispatches to every box and register', () => {
    const paths = pathsOf(placesOf(post(['officer', 'dispatcher'])));
    const wanted = [...BOXES.map((box) => `/desk/${box}`), ...REGISTERS.map((register) => `/registers/${register}`)];
    expect(wanted.filter((path) => !paths.includes(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['/desk/questions', '/desk/discussions']));
  });

  it('says “before me” to an officer, and “my desk” to whoever else works there', () => {
    expect(labels(placesOf(post(['officer'])))[0]).toBe('desk.before');
    expect(labels(placesOf(post(['officer'], 'assistant')))[0]).toBe('desk.mine');
    expect(labels(placesOf(post(['dealing_hand'])))[0]).toBe('desk.mine');
  });

  it.each<[string, Role[], string[]]>([
    ['a dealing hand, who sends nothing out', ['dealing_hand'], ['desk.dispatch']],
    ['a dispatcher, who sets nothing aside', ['dispatcher'], ['desk.later']],
    ['an officer', ['officer'], []],
  ])('leaves out what is mostly empty for %s, while it is', (_, roles, empty) => {
    expect(labels(filledOnly(placesOf(post(roles))))).toEqual(empty);
  });

  it('of an auditor is files, events, sample and registers', () => {
    const places = placesOf(post(['auditor']));
    expect(labels(places.filter(({ onlyFilled }) => !onlyFilled))).toEqual([
      'desk.findFiles',
      'page.auditEvents',
      'page.auditSample',
      'desk.registers',
    ]);
  });

  it('of a personal assistant has neither letters to sign nor questions nor discussions', () => {
    const paths = pathsOf(placesOf(post(['officer'], 'assistant')));
    for (const path of ['/desk/to-sign', '/desk/questions', '/desk/discussions']) expect(paths).not.toContain(path);
  });
});
