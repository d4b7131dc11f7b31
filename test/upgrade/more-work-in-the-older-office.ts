import { type Desk, type Made, noteOf, type OlderOffice } from './desks-of-then.ts';

/** It lay ahead when this was done. */
const DUE = '2026-12-31';

/** What an office does beside sending files up and letters out: asking, setting aside, following, commenting. */
export async function moreWorkInTheOlderOffice(office: OlderOffice, headId: string) {
  const sunita = await office.signIn('sunita', 'AO(EST)');
  const vinod = await office.signIn('vinod', 'HA(EST)');
  const kavita = await office.signIn('kavita', 'DD(SW)');
  const mahesh = await office.signIn('mahesh', 'CAO');
  const newFile = (by: Desk, subject: string) => by.ask('POST /files', { headId, subject });
  const write = async (by: Desk, file: Made, text: string) => {
    await by.ask(`POST /files/${file.id}/notes`, noteOf(text));
    await by.ask(`POST /files/${file.id}/notes/pending/confirm`);
  };

  // Another section is asked, and has not answered yet: the file waits for it.
  const lease = await newFile(sunita, 'भवन के पट्टे का नवीनीकरण');
  await write(sunita, lease, 'पट्टे की अवधि मार्च में समाप्त होगी।');
  await sunita.ask(`POST /files/${lease.id}/consultations`, {
    question: 'क्या भवन की मरम्मत लम्बित है?',
    posts: [{ postId: kavita.postId, dueOn: DUE }],
  });
  await sunita.ask(`POST /files/${lease.id}/park`, { event: 'consultation_answered' });

  // Followed by one who sent it, and a part opened while it is away.
  const audit = await newFile(vinod, 'लेखा परीक्षा की आपत्तियाँ');
  await write(vinod, audit, 'आपत्तियों का विवरण प्रस्तुत है।');
  await vinod.ask(`POST /files/${audit.id}/forward`, { toPostId: sunita.postId });
  await vinod.ask(`POST /files/${audit.id}/follow`);
  const part = await vinod.ask(`POST /files/${audit.id}/parts`, {});
  await write(vinod, part, 'अभिलेख अन्यत्र से माँगे गए हैं।');

  // Opened on the other desk, and asked back by its sender.
  const diesel = await newFile(vinod, 'वाहन हेतु डीज़ल की स्वीकृति');
  await write(vinod, diesel, 'स्वीकृति हेतु प्रस्तुत।');
  await vinod.ask(`POST /files/${diesel.id}/forward`, { toPostId: mahesh.postId, action: 'for_approval' });
  await mahesh.ask(`POST /files/${diesel.id}/open`);
  await vinod.ask(`POST /files/${diesel.id}/recall`, { reason: 'मात्रा में त्रुटि है' });

  return { lease: lease.id, audit: audit.id, part: part.id, diesel: diesel.id };
}
