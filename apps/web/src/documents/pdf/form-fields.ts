import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

export const RENDER_ANNOTATIONS = 0x01;

/** The fields of a PDF's form, such as a signature with its day: PDFium draws them behind all else, and by themselves. */
export class FormFields {
  private readonly info: number;
  private readonly form: number;

  constructor(
    private readonly pdfium: WrappedPdfiumModule,
    document: number,
  ) {
    this.info = pdfium.PDFiumExt_OpenFormFillInfo();
    this.form = pdfium.PDFiumExt_InitFormFillEnvironment(document, this.info);
    // Nobody fills them in here, so none is lit.
    pdfium.FPDF_SetFormFieldHighlightAlpha(this.form, 0);
  }

  draw(page: number, bitmap: number, { width, height }: { width: number; height: number }): void {
    this.pdfium.FPDF_FFLDraw(this.form, bitmap, page, 0, 0, width, height, 0, RENDER_ANNOTATIONS);
    this.pdfium.FORM_OnBeforeClosePage(page, this.form);
  }

  /** Before the document is. */
  close(): void {
    this.pdfium.PDFiumExt_ExitFormFillEnvironment(this.form);
    this.pdfium.PDFiumExt_CloseFormFillInfo(this.info);
  }
}
