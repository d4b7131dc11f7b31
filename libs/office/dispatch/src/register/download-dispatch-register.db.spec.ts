import type { Language } from '@patravali/contract';
import { formatDate } from '@patravali/language';
import { ConfirmAddress, DispatchIssue, MarkNotToBeSent } from '@patravali/dispatch';
import type { RegisterData, Typesetter } from '@patravali/typesetting';
import { useOffice } from '../../../../../test/support/office/office';
import { writeIssue } from '../../../../../test/support/papers/written-letters';
import { DownloadDispatchRegister } from './download-dispatch-register';
import { ListIssues } from './list-issues';

describe('the dispatch register on paper', () => {
  const office = useOffice({ holds: 'section' });

  /** What is handed to the typesetter, for the dispatcher, who does not read the files. */
  const printed = async (language: Language) => {
    const sheets: RegisterData[] = [];
    const typesetter: Pick<Typesetter, 'register'> = {
      register: async (data) => {
        await Promise.resolve(sheets.push(data));
        return new Uint8Array();
      },
    };
    const register = new DownloadDispatchRegister(office().get(ListIssues), office().manager, typesetter as Typesetter);
    await register.execute(office().at('DISPATCH'), {}, language);
    return sheets[0]?.rows ?? [];
  };

  it('has a line for each addressee, sent or not, with the file, who approved and who issued', async () => {
    const [so, us, clerk] = [office().at('SO'), office().at('US'), office().at('DISPATCH')];
    const { fileId, number: file } = await office().newFile(so);
    const letter = await writeIssue(office(), { fileId, by: so, signatory: us, served: 0 });
    await office().get(ConfirmAddress).execute(so, letter.id, { recipient: 0, email: 'inspector@example.in' });
    await office()
      .get(DispatchIssue)
      .execute(clerk, letter.id, { dispatches: [{ recipient: 0, mode: 'email' }] });
    await office().rows(`UPDATE dispatch SET state = 'failed', failure = 'x'`);
    const post = { recipient: 0, mode: 'speed_post', trackingNumber: 'EU1IN' } as const;
    await office()
      .get(DispatchIssue)
      .execute(clerk, letter.id, { dispatches: [post] });
    await office()
      .get(MarkNotToBeSent)
      .execute(clerk, letter.id, { recipients: [1], reason: 'पद समाप्त' });

    const today = formatDate('register', new Date(), 'en');
    const same = [file, 'US person, US', 'SO person, SO', 'Hindi'];
    const line = (recipient: string, mode: string, state: string) => [
      letter.number,
      today,
      recipient,
      'अनुदान की स्वीकृति',
      ...same,
      mode,
      state,
    ];
    expect(await printed('en')).toEqual([
      line('निरीक्षक', 'E-mail, inspector@example.in', 'Not sent'),
      line('निरीक्षक', 'Speed Post, EU1IN', `Sent, ${today}`),
      line('प्रधानाचार्य', 'पद समाप्त', `Not to be sent, ${today}`),
      line('कोषाधिकारी (copy)', '', 'To be sent'),
    ]);
    const states = (await printed('hi')).map((cells) => cells.at(-1));
    expect(states).toEqual(['प्रेषित नहीं हुआ', `प्रेषित, ${today}`, `नहीं भेजना है, ${today}`, 'भेजना है']);
  });
});
