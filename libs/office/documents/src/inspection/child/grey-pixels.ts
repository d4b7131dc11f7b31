import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

const GREY = 1;
const WHITE = 0xffffffff;
const ANNOTATIONS = 0x01;

/** A page that is open, of its document. */
export interface OpenPage {
  readonly document: number;
  readonly page: number;
}

/**
 * An open page as it is seen, a byte a pixel, row by row: also what its form was filled in with, and a signature with its day.
 * @throws RangeError when PDFium has no memory for it.
 */
export function greyPixels(
  pdfium: WrappedPdfiumModule,
  { document, page }: OpenPage,
  width: number,
  height: number,
): Buffer {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) throw new RangeError('no memory');
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
  const info = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(document, info);
  // Nobody fills its fields in here, so none is lit.
  pdfium.FPDF_SetFormFieldHighlightAlpha(form, 0);
  pdfium.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
  pdfium.FORM_OnBeforeClosePage(page, form);
  pdfium.PDFiumExt_ExitFormFillEnvironment(form);
  pdfium.PDFiumExt_CloseFormFillInfo(info);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const start = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const memory = Reflect.get(pdfium.pdfium, 'HEAPU8') as Uint8Array<ArrayBuffer>;
  const grey = Buffer.alloc(width * height);
  for (let row = 0; row < height; row++) {
    grey.set(memory.subarray(start + row * stride, start + row * stride + width), row * width);
  }
  pdfium.FPDFBitmap_Destroy(bitmap);
  return grey;
}
