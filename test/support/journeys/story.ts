/** What is written on the way of a letter to its reply, and what must be found of it afterwards. */
export const LETTER = {
  subject: 'वृद्धावस्था पेंशन के लम्बित प्रकरणों का निस्तारण',
  sender: 'जिला समाज कल्याण अधिकारी',
  number: '412/स.क./पेंशन/2026-27',
  day: '12/10/2026',
  markTo: 'HA(EST)',
};
export const NOTES = [
  'जिला समाज कल्याण अधिकारी ने 317 प्रकरणों में सत्यापन माँगा है।',
  'आदेशार्थ प्रस्तुत।',
  'पत्र का दिनांक जाँच लिया गया है।',
  'उत्तर का आलेख प्रस्तुत करें।',
  'अनुमोदनार्थ प्रस्तुत है।',
];
export const REPLY = {
  body: 'अवगत कराना है कि शेष प्रकरणों का सत्यापन पन्द्रह दिन में पूर्ण कर लिया जाएगा।',
  email: 'dswo@example.in',
  enclosure: 'प्रकरणों की सूची',
  copyTo: { name: 'अग्रणी बैंक प्रबन्धक', address: 'आज़मगढ़' },
};
export const MENDED = 'संलग्न सूची की जाँच कर लें।';
export const REASONS = { back: 'आलेख प्रस्तुत करने हेतु', close: 'कार्यवाही पूर्ण हुई', reopen: 'स्मरण पत्र प्राप्त हुआ' };
/** Of the whole file, beside note sheet and letters: its cover, the register of movements and the contents. */
export const SHEETS = 3;
export const MOVEMENTS = [
  'created',
  'forwarded',
  'pulled_back',
  'forwarded',
  'returned',
  'forwarded',
  'closed',
  'reopened',
];
/** What each command left, but for the savings of a text, of which there are as many as the typist rested. */
export const EVENTS = [
  'file.created',
  'correspondence.added',
  'note.added',
  'note.confirmed',
  'file.forwarded',
  'file.pulled_back',
  'note.added',
  'file.forwarded',
  'file.opened',
  'note.added',
  'file.returned',
  'file.opened',
  'draft.created',
  'note.added',
  'file.forwarded',
  'file.opened',
  'draft.approved',
  'draft.numbered',
  'draft.issued',
  'dispatch.created',
  'dispatch.sent',
  'file.closed',
  'file.reopened',
  'file.opened',
];

export function noteText(index: number): string {
  return NOTES[index] ?? '';
}
