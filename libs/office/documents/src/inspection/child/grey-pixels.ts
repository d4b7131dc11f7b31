import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

const GREY = 1;
const WHITE = 0xffffffff;
const ANNOTATIONS = 0x01;

/** An open page as it is seen, a byte a pixel, row by row. @throws RangeError when PDFium has no memory for it. */
export function greyPixels(pdfium: WrappedPdfiumModule, page: number, width: number, height: number): Buffer {
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY, 0, 0);
  if (bitmap === 0) throw new RangeError('no memory');
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS);
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
