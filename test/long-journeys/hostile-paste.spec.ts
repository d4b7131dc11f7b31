import { ClerksDesk } from '../support/journeys/clerks-desk';
import { pasteHostile } from '../support/journeys/hostile-paste';
import { useJourneyOffice } from '../support/journeys/office';
import { signIn } from '../support/page/person';

describe('What is pasted', () => {
  const office = useJourneyOffice();

  it('runs nothing and asks for nothing, in 2,500 hostile texts', async () => {
    const [file] = await new ClerksDesk(office).files('चिपकाया गया: जाल');
    const person = await office().person();
    await signIn(person, 'vinod');
    await person.page.goto(`/files/${file?.id ?? ''}`);
    await person.page.getByRole('textbox', { name: person.t('note.composer'), exact: true }).click();
    await pasteHostile(person, 2_500);
  }, 600_000);
});
