import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** A page's size in points (1/72 inch), as it is seen: turned if the page says so. */
export interface PageSize {
  width: number;
  height: number;
}

/** A rectangle in points from the top left corner of the page as it is seen. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A rectangle in the page's own coordinates, which start anywhere and may be turned. */
export interface Sides {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** PDFium answers in whole device units; a hundredth of a point is fine enough for text. */
const UNITS_PER_POINT = 100;

/** Turns rectangles of the page into rectangles of what is seen. `release` gives its memory back. */
export class PageGeometry {
  private readonly point: number;

  constructor(
    private readonly pdfium: WrappedPdfiumModule,
    private readonly page: number,
    private readonly size: PageSize,
  ) {
    this.point = pdfium.pdfium.wasmExports.malloc(2 * 4);
  }

  box(sides: Sides): Box {
    const one = this.seen(sides.left, sides.top);
    const other = this.seen(sides.right, sides.bottom);
    return {
      left: Math.min(one.x, other.x),
      top: Math.min(one.y, other.y),
      width: Math.abs(one.x - other.x),
      height: Math.abs(one.y - other.y),
    };
  }

  release(): void {
    this.pdfium.pdfium.wasmExports.free(this.point);
  }

  private seen(x: number, y: number): { x: number; y: number } {
    const { pdfium, page, point } = this;
    const width = Math.round(this.size.width * UNITS_PER_POINT);
    const height = Math.round(this.size.height * UNITS_PER_POINT);
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, point, point + 4);
    return {
      x: pdfium.pdfium.getValue(point, 'i32') / UNITS_PER_POINT,
      y: pdfium.pdfium.getValue(point + 4, 'i32') / UNITS_PER_POINT,
    };
  }
}

/** The smallest box that holds both. */
export function union(one: Box, other: Box): Box {
  const left = Math.min(one.left, other.left);
  const top = Math.min(one.top, other.top);
  return {
    left,
    top,
    width: Math.max(one.left + one.width, other.left + other.width) - left,
    height: Math.max(one.top + one.height, other.top + other.height) - top,
  };
}
