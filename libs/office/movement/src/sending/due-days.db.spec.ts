import { CreateFile } from '@patravali/files';
import { ForwardFile } from '@patravali/movement';
import { SetCalendar } from '@patravali/organisation';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';

const HOLIDAY = '2099-11-04';
const SUNDAY = '2099-11-08';
const SECOND_SATURDAY = '2099-11-14';

const office = useOffice({ holds: 'section' });
beforeAll(async () => {
  const administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  await office()
    .get(SetCalendar)
    .execute(administrator, {
      year: 2099,
      restDays: [
        { weekday: 'sunday', weeks: [1, 2, 3, 4, 5] },
        { weekday: 'saturday', weeks: [2] },
      ],
      days: [{ day: HOLIDAY, works: false, restricted: false, name: { hi: 'दीपावली', en: 'Diwali' } }],
    });
});

describe('the day by which something is asked for', () => {
  const newFile = async () => {
    const request = { headId: office().headId, subject: 'भवन', grading: 'normal', urgency: 'ordinary' } as const;
    return (await office().get(CreateFile).execute(office().at('ASO'), request)).id;
  };
  const forward = (fileId: string, dueOn: string) =>
    office()
      .get(ForwardFile)
      .execute(office().at('ASO'), fileId, { toPostId: office().at('SO').postId, dueOn, ...WORDS });

  it.each([
    [HOLIDAY, { hi: 'दीपावली', en: 'Diwali' }, '2099-11-05'],
    [SUNDAY, { hi: 'रविवार', en: 'Sunday' }, '2099-11-09'],
    [SECOND_SATURDAY, { hi: 'शनिवार', en: 'Saturday' }, '2099-11-16'],
  ])('is one on which the office works: not %s, and it is said why and when it works next', async (day, why, next) => {
    const fileId = await newFile();
    await expect(forward(fileId, day)).rejects.toMatchObject({
      code: 'due-date-closed',
      params: { day, why, next },
      errors: [{ pointer: '#/dueOn' }],
    });
    await forward(fileId, next);
    const again = `INSERT INTO movement SELECT (jsonb_populate_record(m, jsonb_build_object(
      'id', gen_random_uuid(), 'sequence', m.sequence + 1, 'due_on', $2::text))).* FROM movement m WHERE file_id = $1 AND sequence = 2`;
    await expect(office().rows(again, [fileId, day])).rejects.toMatchObject({ constraint: 'due_day_is_a_working_day' });
  });
});
