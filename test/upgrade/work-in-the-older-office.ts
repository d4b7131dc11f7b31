import { type Desk, type Json, type Made, type Named, noteOf, type OlderOffice, structured } from './desks-of-then.ts';
import { moreWorkInTheOlderOffice } from './more-work-in-the-older-office.ts';

const REPLY_TO = 'ee.mau@example.in';

/** People do a day's work, and leave some of it unfinished. @returns what a spec must know to go on. */
export async function workInTheOlderOffice(office: OlderOffice) {
  const vinod = await office.signIn('vinod', 'HA(EST)');
  const sunita = await office.signIn('sunita', 'AO(EST)');
  const mahesh = await office.signIn('mahesh', 'CAO');
  const ramesh = await office.signIn('ramesh', 'CR(DIARY)');
  const lata = await office.signIn('lata', 'CR(DISP)');
  const heads = (await vinod.ask<{ items: Named[] }>('GET /number-heads?limit=100')).items;
  const headId = heads.find(({ series }) => series === 'A-11011')?.id ?? '';

  const newFile = (by: Desk, subject: string) => by.ask('POST /files', { headId, subject });
  const forward = (by: Desk, { id }: Made, to: Desk, text?: string) =>
    by.ask(`POST /files/${id}/forward`, {
      toPostId: to.postId,
      ...(text && { note: noteOf(text), confirmNote: true }),
    });
  const receive = async (subject: string, to: Desk) => {
    const document = await ramesh.ask('POST /documents?fileName=scan.pdf', scanOf(subject));
    const receipt = await ramesh.ask('POST /receipts', receiptOf(document.id, subject));
    await ramesh.ask(`POST /receipts/${receipt.id}/forward`, { toPostId: to.postId, action: 'put_up' });
    return receipt;
  };

  // Returned with a reason, and the answer to it just begun: a yellow note.
  const tubeWell = await newFile(vinod, 'नलकूप संख्या 14 की मरम्मत');
  const request = await receive('नलकूप की मरम्मत का अनुरोध', vinod);
  await vinod.ask(`POST /receipts/${request.id}/open`);
  await vinod.ask(`POST /receipts/${request.id}/put-in-file`, { fileId: tubeWell.id });
  await forward(vinod, tubeWell, sunita, 'अनुरोध C/1 पर है।\nआदेशार्थ प्रस्तुत।');
  await sunita.ask(`POST /files/${tubeWell.id}/open`);
  await forward(sunita, tubeWell, mahesh, 'प्रस्ताव से सहमत।');
  await mahesh.ask(`POST /files/${tubeWell.id}/return`, {
    reason: 'प्राक्कलन संलग्न नहीं है',
    note: noteOf('प्राक्कलन सहित पुनः प्रस्तुत करें।'),
    confirmNote: true,
  });
  const begun = await sunita.ask(`POST /files/${tubeWell.id}/notes`, noteOf('प्राक्कलन'));
  const yellow = noteOf('प्राक्कलन अधिशासी अभियन्ता से माँगा गया है।');
  await sunita.ask(`PUT /files/${tubeWell.id}/notes/pending`, yellow, { 'if-match': `"${begun.version}"` });

  // Pulled back, with a green note that waits to be sent.
  const leave = await newFile(vinod, 'आकस्मिक अवकाश पंजी का सत्यापन');
  await forward(vinod, leave, sunita, 'पंजी का सत्यापन प्रस्तुत है।');
  await vinod.ask(`POST /files/${leave.id}/pull-back`, { reason: 'एक प्रविष्टि छूट गई' });
  await vinod.ask(`POST /files/${leave.id}/notes`, noteOf('छूटी हुई प्रविष्टि जोड़ दी गई है।\nपुनः प्रस्तुत।'));
  await vinod.ask(`POST /files/${leave.id}/notes/pending/confirm`);

  // Closed; and closed and reopened.
  const furniture = await newFile(sunita, 'पुराने फर्नीचर की नीलामी');
  await sunita.ask(`POST /files/${furniture.id}/notes`, noteOf('नीलामी पूर्ण हुई।'));
  await sunita.ask(`POST /files/${furniture.id}/notes/pending/confirm`);
  await sunita.ask(`POST /files/${furniture.id}/close`, { reason: 'कार्यवाही पूर्ण हुई', confirmNote: true });
  const stationery = await newFile(sunita, 'लेखन सामग्री का क्रय');
  await sunita.ask(`POST /files/${stationery.id}/close`, { reason: 'क्रय पूर्ण हुआ' });
  await sunita.ask(`POST /files/${stationery.id}/reopen`, { reason: 'एक देयक शेष है' });

  // A draft that three desks changed, and one that was given up.
  const seniority = await newFile(vinod, 'ज्येष्ठता सूची पर आपत्तियाँ');
  const draft = await vinod.ask(`POST /files/${seniority.id}/drafts`, { content: letterOf(mahesh, 'पहला पाठ।') });
  let version = draft.version;
  for (const [from, to] of [
    [vinod, sunita],
    [sunita, mahesh],
  ] as const) {
    await forward(from, seniority, to, 'आलेख देख लें।');
    const content = letterOf(mahesh, `पाठ, जैसा ${to === mahesh ? 'प्रशासनिक' : 'अनुभाग'} अधिकारी ने सुधारा।`);
    const changed = await to.ask(`PUT /drafts/${draft.id}`, { content }, { 'if-match': `"${version}"` });
    version = changed.version;
  }
  const givenUp = await mahesh.ask(`POST /files/${seniority.id}/drafts`, { content: letterOf(mahesh, 'निरर्थक।') });
  await mahesh.ask(`POST /drafts/${givenUp.id}/cancel`, { reason: 'अब आवश्यक नहीं' });

  // Issued: mailed to one, posted to another, and still to be sent to the third. And approved, not yet issued.
  const bridge = await newFile(sunita, 'पुलिया के निर्माण की प्रगति');
  const letter = await receive('पुलिया के निर्माण की प्रगति आख्या', sunita);
  await sunita.ask(`POST /receipts/${letter.id}/put-in-file`, { fileId: bridge.id, flag: 'fr' });
  const content = letterOf(sunita, 'प्रगति आख्या प्राप्त हुई।');
  const reply = await sunita.ask(`POST /files/${bridge.id}/drafts`, { content, replyToReceiptId: letter.id });
  await sunita.ask(`POST /drafts/${reply.id}/approve`, { draftVersion: reply.draftVersion });
  const issued = await sunita.ask(`POST /drafts/${reply.id}/issue`);
  await lata.ask(`POST /issues/${issued.issueId}/dispatches`, {
    dispatches: [
      { recipient: 0, mode: 'email', email: REPLY_TO },
      { recipient: 1, mode: 'speed_post', trackingNumber: 'EU000000001IN' },
    ],
  });
  const approved = await sunita.ask(`POST /files/${bridge.id}/drafts`, {
    content: letterOf(sunita, 'स्मरण कराया जाता है।'),
  });
  await sunita.ask(`POST /drafts/${approved.id}/approve`, { draftVersion: approved.draftVersion });

  const more = await moreWorkInTheOlderOffice(office, headId);

  await ramesh.ask('POST /documents?fileName=loose.pdf', scanOf('loose'));
  const key = 'kept-0001';
  const body = { headId, subject: 'वर्षा जल संचयन' };
  const answer = await vinod.ask<Json>('POST /files', body, { 'idempotency-key': key });
  return {
    demo: { username: 'vinod', token: vinod.token, postId: vinod.postId },
    repeated: { key, body, answer },
    officer: { token: sunita.token, postId: sunita.postId },
    diarist: { token: ramesh.token, postId: ramesh.postId },
    files: { tubeWell: tubeWell.id, leave: leave.id, bridge: bridge.id, ...more },
    drafts: { approved: approved.id },
  };
}

const receiptOf = (documentId: string, subject: string) => ({
  documentId,
  subject,
  senderName: 'अधिशासी अभियन्ता',
  senderEmail: REPLY_TO,
  receivedOn: '2026-11-02',
  letterNumber: '77/2026',
  deliveryMode: 'by_hand',
  language: 'hi',
  enclosures: 1,
});

const letterOf = (signatory: Desk, text: string) => ({
  form: 'letter',
  language: 'hi',
  subject: 'प्रगति के सम्बन्ध में',
  reference: null,
  salutation: null,
  addressees: [
    { name: 'अधिशासी अभियन्ता', address: 'मऊ', email: REPLY_TO },
    { name: 'जिलाधिकारी', address: 'मऊ' },
  ],
  body: structured(text),
  enclosures: ['आख्या'],
  copyTo: [{ name: 'सम्बन्धित लिपिक' }],
  signatoryPostId: signatory.postId,
});

/** A page as a scanner makes it, as small as a PDF can be; the title sets one apart from another. */
function scanOf(title: string): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>',
    `<< /Title <feff${Buffer.from(title, 'utf16le').swap16().toString('hex')}> >>`,
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(pdf + table + trailer, 'latin1'));
}
