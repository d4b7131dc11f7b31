import { startTypesetter } from '@patravali/typesetting';
import { typeset } from '../../../../platform/typesetting/test/in-this-process';
import { officeHindi } from '../../../../platform/typesetting/test/office-hindi';
import { pagePixels, pageTexts, pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { GENERATED, written } from '../../../../platform/typesetting/test/samples';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { aNote, aNoteSheet } from '../../test/samples';
import type { NoteSheetData } from './note-sheet-data';
import { noteSheetPage } from './note-sheet-page';

const WORDLESS = { text: { version: 1 as const, paragraphs: [] }, firstParagraph: null };

describe('a note sheet', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const typesetSheet = (sheet: NoteSheetData) => typesetter.typeset(noteSheetPage(sheet));

  it('prints each note under its number, its paragraphs under theirs, and who wrote it for whom', async () => {
    const author = { name: 'अमित सिंह', designation: 'समीक्षा अधिकारी', marking: 'DH(EST)-2', actingFor: 'सुनीता यादव' };
    const text = await pdfText(await typesetSheet(aNoteSheet([aNote(7, { firstParagraph: 13, author })])));
    expect(text).toContain('7 13 कृपया जिला');
    expect(text).toContain('14 शेष 317');
    expect(text).toContain('अमित सिंह समीक्षा अधिकारी · DH(EST)-2 कृते सुनीता यादव 22 नवम्बर 2026, 16:40');
  });

  it('shows what was decided, and says of a signature alone that it agrees', async () => {
    const notes = [
      aNote(1, { decision: 'approved' }),
      aNote(2, { ...WORDLESS, signatureAlone: 'agreement' }),
      aNote(3, { decision: 'not_approved' }),
      aNote(4, { ...WORDLESS, signatureAlone: 'sent_on' }),
      aNote(5, { ...WORDLESS, decision: 'approved' }),
    ];
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(english).toMatch(
      /Approved.* 2 Signature alone, in agreement\. अमित सिंह समीक्षा अधिकारी · DH\(EST\)-2 22 Nov/,
    );
    expect(english).toMatch(/Not approved.* 4 Sent on without a note\. अमित सिंह.* 5 Approved अमित सिंह/);
    expect(await pdfText(await typesetSheet(aNoteSheet(notes)))).toContain('2 केवल हस्ताक्षर (सहमति)। अमित सिंह');
  });

  it('says what is only a recommendation, and what was taken back before it was opened', async () => {
    const author = { name: 'लता सिंह', designation: 'उप सचिव', marking: 'DS', actingFor: null };
    const takenBack = { author, at: '2026-11-22T11:30:00Z' };
    const notes = [
      aNote(1, { decision: 'approved', recommendedTo: 'DS' }),
      aNote(2, { ...WORDLESS, signatureAlone: 'agreement', takenBack }),
      aNote(3, { decision: 'not_approved', recommendedTo: 'DS', takenBack }),
    ];
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(english).toMatch(/ Approval recommended \(for decision by DS\) अमित सिंह/);
    expect(english).toMatch(/in agreement\..* Taken back by लता सिंह, DS, before it was opened \(22 Nov 2026, 17:00\)/);
    expect(english).toMatch(/ Rejection recommended \(for decision by DS\) .* Taken back by लता सिंह, DS/);
    const hindi = await pdfText(await typesetSheet(aNoteSheet(notes)));
    expect(hindi).toContain('अनुमोदन की संस्तुति (DS के निर्णय हेतु)');
    expect(hindi).toContain('वापस ली गई, खोले जाने से पूर्व: लता सिंह, DS (22 नवम्बर 2026, 17:00)');
  });

  it('says above a note of which kind it is and under which it stands, and below it which sections it has', async () => {
    const notes = [
      aNote(1, { kind: 'running_summary', sections: [3, 4] }),
      aNote(2, { kind: 'self_contained' }),
      aNote(3, { kind: 'sectional', mainNote: 1 }),
    ];
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(english).toMatch(/ 1 Running summary 1 कृपया.* Sections: N\/3, N\/4 अमित सिंह/);
    expect(english).toMatch(/ 2 Self-contained note 3 कृपया.* 3 Section of N\/1 5 कृपया/);
    const hindi = await pdfText(await typesetSheet(aNoteSheet(notes)));
    expect(hindi).toMatch(/ 1 क्रमिक सारांश 1 कृपया.* इसके अन्तर्गत: N\/3, N\/4 अमित सिंह/);
    expect(hindi).toMatch(/ 2 स्वतःपूर्ण टिप्पणी 3 कृपया.* 3 N\/1 के अन्तर्गत खण्डशः टिप्पणी 5 कृपया/);
  });

  it('says below a discussion note with whom it was, and what each has answered or that confirmation is awaited', async () => {
    const notes = [
      aNote(1, {
        kind: 'discussion',
        discussedWith: [
          {
            name: 'सुनीता यादव',
            post: 'अनुभाग अधिकारी, SO(EST)',
            answered: { answer: 'confirmed', remarks: null, at: '2026-11-23T05:00:00Z' },
          },
          {
            name: 'विनोद मिश्र',
            post: 'अवर सचिव, US',
            answered: { answer: 'not_confirmed', remarks: 'धनराशि पर चर्चा नहीं हुई।', at: '2026-11-23T06:00:00Z' },
          },
          { name: 'लता सिंह', post: 'उप सचिव, DS', answered: null },
        ],
      }),
      aNote(2),
    ];
    const hindi = await pdfText(await typesetSheet(aNoteSheet(notes)));
    expect(hindi).toMatch(/ 1 वार्ता टिप्पणी 1 कृपया/);
    expect(hindi).toMatch(/वार्ता में सम्मिलित सुनीता यादव, अनुभाग अधिकारी, SO\(EST\) · पुष्टि की · 23 नवम्बर 2026, 10:30/);
    expect(hindi).toMatch(/विनोद मिश्र, अवर सचिव, US · पुष्टि नहीं की · 23 नवम्बर 2026, 11:30 धनराशि पर चर्चा नहीं हुई।/);
    expect(hindi).toMatch(/लता सिंह, उप सचिव, DS · पुष्टि अपेक्षित 2 3 कृपया/);
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(english).toMatch(
      / 1 Discussion note 1 कृपया.* Discussed with .* · Confirmed · .* · Not confirmed · .* · Not confirmed yet/,
    );
  });

  it('prints a return as a line of its own, with its reason, and never as agreement', async () => {
    const author = { name: 'सुनीता यादव', designation: 'अनुभाग अधिकारी', marking: 'SO(EST)', actingFor: null };
    const back = { sequence: 2, to: 'DH(EST)-2', reason: 'प्राक्कलन संलग्न करें', author, at: '2026-11-23T05:00:00Z' };
    const notes = [
      aNote(1, {
        returns: [
          { ...back, takenBackAt: '2026-11-23T05:01:00Z' },
          { ...back, takenBackAt: null },
        ],
      }),
      aNote(2, { ...WORDLESS, signatureAlone: 'return', author, returns: [{ ...back, takenBackAt: null }] }),
    ];
    const hindi = await pdfText(await typesetSheet(aNoteSheet(notes)));
    expect(hindi).toMatch(
      /DH\(EST\)-2 को वापस प्राक्कलन संलग्न करें खोले जाने से पहले 23 नवम्बर 2026, 10:31 को वापस मँगाई गई सुनीता यादव.*DH\(EST\)-2 को वापस/,
    );
    expect(hindi).toMatch(/ 2 DH\(EST\)-2 को वापस प्राक्कलन संलग्न करें सुनीता यादव/);
    expect(hindi.match(/को वापस प्राक्कलन/g)).toHaveLength(3);
    expect(hindi).not.toContain('सहमति');
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(english).toMatch(/ 2 Returned to DH\(EST\)-2 प्राक्कलन संलग्न करें सुनीता यादव/);
    expect(english).toContain('Pulled back 23 Nov 2026, 10:31, before it was opened');
    expect(english).not.toContain('agreement');
  });

  it('says below a note that its author signed it, when, and with which certificate', async () => {
    const certificate = {
      subject: 'C=IN, O=नगर निगम बनारस, CN=AMIT SINGH',
      issuer: 'C=IN, O=Certifying Authority of Test, OU=Class 3 Individual, CN=Test CA for Individuals 2024',
      serial: '4f0c9a1be27d5566908ab1c2d3e4f5a6b7c8d9e0',
    };
    const notes = [aNote(1, { signed: { at: '2026-11-22T11:11:00Z', certificate } }), aNote(2)];
    const hindi = await pdfText(await typesetSheet(aNoteSheet(notes)));
    expect(hindi).toContain(
      `अपरिवर्तनीय 22 नवम्बर 2026, 16:42 लेखक के डिजिटल हस्ताक्षर 22 नवम्बर 2026, 16:41 प्रमाण-पत्र धारक ${certificate.subject}; निर्गतकर्ता ${certificate.issuer}; क्रमांक ${certificate.serial}`,
    );
    expect(hindi.match(/डिजिटल हस्ताक्षर/g)).toHaveLength(1);
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { language: 'en' })));
    expect(english).toContain(
      `Digitally signed by the author 22 Nov 2026, 16:41 Certificate of ${certificate.subject}; issued by ${certificate.issuer}; serial number ${certificate.serial}`,
    );
  });

  it('prints the docket of each letter between the notes where it came, after what was written on it', async () => {
    const author = { name: 'सुनीता यादव', designation: 'अनुभाग अधिकारी', marking: 'SO(EST)', actingFor: null };
    const back = {
      sequence: 3,
      to: 'DH(EST)-2',
      reason: 'प्राक्कलन दें',
      author,
      at: '2026-11-23T05:00:00Z',
      takenBackAt: null,
    };
    const docket = {
      afterNote: 0,
      afterMovement: 1,
      serial: 1,
      kind: 'received' as const,
      firstPage: 1,
      lastPage: 3,
      party: 'ग्राम प्रधान',
      letterNumber: '12/क',
      letterDate: '2026-10-12',
      diaryNumber: '7/2026',
      withdrawn: null,
      detached: null,
      remarks: [{ text: 'शीघ्र प्रस्तुत करें', author, at: '2026-11-21T05:00:00Z' }],
    };
    const issued = { ...docket, kind: 'issued' as const, diaryNumber: null, remarks: [] };
    const none = { party: null, letterNumber: null, letterDate: null, remarks: [] };
    const detached = { reason: 'अन्य पत्रावली का', author, at: '2026-11-23T06:00:00Z' };
    const dockets = [
      docket,
      { ...docket, serial: 2, afterNote: 1, afterMovement: 3, remarks: [] },
      { ...docket, ...none, serial: 3, firstPage: 7, lastPage: 9, afterNote: 1, afterMovement: 3, detached },
      {
        ...issued,
        serial: 4,
        firstPage: 10,
        lastPage: 10,
        afterNote: 2,
        afterMovement: 4,
        withdrawn: 'revoked' as const,
      },
    ];
    const notes = [aNote(1, { returns: [back] }), aNote(2)];
    const hindi = await pdfText(await typesetSheet(aNoteSheet(notes, { dockets })));
    expect(hindi).toMatch(
      /शीघ्र प्रस्तुत करें सुनीता यादव, SO\(EST\) · 21 नवम्बर 2026, 10:30 क्रम सं० 1 \(प्राप्त\) · C\/1–3 · ग्राम प्रधान · 12\/क · डायरी सं० 7\/2026 · 12 अक्टूबर 2026 1 1 कृपया/,
    );
    expect(hindi).toMatch(
      /प्राक्कलन दें.*क्रम सं० 2 \(प्राप्त\).*क्रम सं० 3 अलग किया गया: अन्य पत्रावली का · C\/7–9 · डायरी सं० 7\/2026 · सुनीता यादव, SO\(EST\) · 23 नवम्बर 2026 2 3 कृपया/,
    );
    const english = await pdfText(await typesetSheet(aNoteSheet(notes, { dockets, language: 'en' })));
    expect(english).toContain('Serial 1 (received) · C/1–3 · ग्राम प्रधान · 12/क · diary no. 7/2026 · 12 Oct 2026');
    expect(english).toContain('Serial 3 detached: अन्य पत्रावली का');
    expect(hindi).toContain('क्रम सं० 4 (निर्गत, निरस्त) · C/10');
    expect(english).toContain('Serial 4 (issued, revoked) · C/10');
  });

  it('prints references by their label', async () => {
    const children = [
      { type: 'text', text: 'देखें ' },
      { type: 'reference', to: { kind: 'correspondence', page: 1 }, label: 'C/1' },
      { type: 'text', text: ' तथा ', marks: ['bold', 'italic', 'underline'] },
      { type: 'reference', to: { kind: 'note', note: 1, paragraph: 2 }, label: 'N/1¶2' },
    ] as const;
    const note = aNote(1, {
      text: { version: 1, paragraphs: [{ children: children.map((each) => ({ ...each })) as never }] },
    });
    expect(await pdfText(await typesetSheet(aNoteSheet([note])))).toContain('देखें C/1 तथा N/1¶2');
  });

  it('says on every page who had it made, when by the clock of India, and which page it is', async () => {
    const notes = Array.from({ length: 30 }, (_, index) => aNote(index + 1));
    const pages = await pageTexts(await typesetSheet(aNoteSheet(notes)));
    pages.forEach((page, index) => {
      expect(page).toContain('सुनीता यादव, लेखा परीक्षक');
      expect(page).toContain('25 नवम्बर 2026, 01:30 को तैयार किया गया');
      expect(page).toContain(`${index + 1} / ${pages.length}`);
    });
  });

  it('never leaves a signature alone on a page', async () => {
    const notes = Array.from({ length: 40 }, (_, index) => aNote(index + 1));
    for (const page of (await pageTexts(await typesetSheet(aNoteSheet(notes)))).slice(1))
      expect(page.indexOf('अमित सिंह')).toBeGreaterThan(page.indexOf('आलेख अनुमोदनार्थ'));
  });

  it('takes a paragraph that is longer than a page', async () => {
    const long = Array.from({ length: 1500 }, (_, index) => `शब्द${index}`).join(' ');
    const text = await pdfText(await typesetSheet(aNoteSheet([aNote(1), aNote(2, { text: written(long) })])));
    for (const word of ['शब्द0', 'शब्द700', 'शब्द1499']) expect(text).toContain(word);
    expect(text.match(/अमित सिंह/g)).toHaveLength(2);
  });

  it('of a file on which nobody has written says so', async () => {
    expect(await pdfText(await typesetSheet(aNoteSheet([])))).toContain('अभी कोई टिप्पणी नहीं है');
  });

  it('with one more note, for another reader, reads and looks the same whether or not it was set before', async () => {
    const notes = Array.from({ length: 40 }, (_, index) => aNote(index + 1));
    const later = aNoteSheet([...notes, aNote(41)], {
      generated: { ...GENERATED, by: 'राजेश वर्मा', at: '2026-11-26T07:59:00Z' },
    });
    await typesetSheet(aNoteSheet(notes));
    const again = await typesetSheet(later);
    expect(await pdfText(again)).not.toContain('सुनीता यादव, लेखा परीक्षक');
    const fresh = startTypesetter();
    const anew = await fresh.typeset(noteSheetPage(later)).finally(() => fresh.close());
    expect(await pdfText(again)).toBe(await pdfText(anew));
    const [seen, seenAnew] = [await pagePixels(again), await pagePixels(anew)];
    expect(seen.map((page, index) => Buffer.compare(page, seenAnew[index] ?? Buffer.alloc(0)))).toEqual(
      seenAnew.map(() => 0),
    );
  });

  it('with one more note costs less than half of what the whole costs', async () => {
    const notes = Array.from({ length: 123 }, (_, index) =>
      aNote(index + 1, { text: written(...officeHindi(2, index + 1)) }),
    );
    const cost = async (count: number) => {
      const before = process.cpuUsage();
      await typeset(noteSheetPage(aNoteSheet(notes.slice(0, count))));
      return process.cpuUsage(before).user;
    };
    await typeset(noteSheetPage(aNoteSheet([aNote(500)])));
    const whole = await cost(120);
    // Again and again: the collector of garbage falls into one of them.
    const more = [await cost(121), await cost(122), await cost(123)];
    expect(Math.min(...more)).toBeLessThan(whole / 2);
  });

  itWith('qpdf')('of 500 notes is one sound PDF', async () => {
    const notes = Array.from({ length: 500 }, (_, index) => aNote(index + 1));
    const pdf = await typesetSheet(aNoteSheet(notes));
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    expect(await pdfText(pdf)).toContain('1000 शेष 317');
  });
});
