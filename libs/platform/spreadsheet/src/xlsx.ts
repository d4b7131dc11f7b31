import type { Sheet } from './sheet';
import { zipOf } from './zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a sheet may not be called, and how long its name may be. */
const NOT_IN_A_NAME = /[\\/*?:[\]]/g;
const LONGEST_NAME = 31;
/** A cell holds no more. */
const LONGEST_CELL = 32_767;
/** XML has no way to say these. */
// eslint-disable-next-line no-control-regex -- they are what is to be found
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * The table as an Office Open XML workbook with one sheet, its head in bold and always in sight. Every cell is a string
 * written in its place, which no program ever computes.
 */
export function xlsxOf(sheet: Sheet): Buffer {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${TYPES}">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}">
<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>
<sheet name="${escaped(nameOf(sheet.title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">
<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  };
  return zipOf(
    Object.entries(parts).map(([name, xml]) => ({ name, bytes: Buffer.from(DECLARATION + xml, 'utf8') })),
  );
}

/** Plain, wrapped at the top of the cell; and the same in bold for the head. */
const STYLES = `<styleSheet xmlns="${MAIN}">
<fonts count="2"><font><sz val="11"/><name val="Noto Sans Devanagari"/></font>
<font><b/><sz val="11"/><name val="Noto Sans Devanagari"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
</styleSheet>`;

function worksheet({ columns, rows }: Sheet): string {
  const widths = `<cols><col min="1" max="${columns.length}" width="24" customWidth="1"/></cols>`;
  const head = '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  const lines = [columns, ...rows].map((cells, line) => row(cells, line + 1, line === 0 ? 1 : 0));
  return `<worksheet xmlns="${MAIN}"><sheetViews>${head}</sheetViews>${widths}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function row(cells: readonly string[], number: number, style: number): string {
  const written = cells.map(
    (text, column) =>
      `<c r="${letterOf(column)}${number}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  );
  return `<row r="${number}">${written.join('')}</row>`;
}

/** A, B … Z, AA … of the columns from 0. */
function letterOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letterOf(Math.floor(column / 26) - 1) + last;
}

const nameOf = (title: string): string => title.replace(NOT_IN_A_NAME, ' ').slice(0, LONGEST_NAME).trim() || '1';

function escaped(text: string): string {
  return text
    .slice(0, LONGEST_CELL)
    .replace(NOT_IN_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
