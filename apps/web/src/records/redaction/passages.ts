import type { MarkedArea } from '@patravali/contract';
import { union } from '../../documents/pdf/page-geometry';

/** Points around the letters, whose signs reach beyond their boxes. */
const AROUND = 2;

/**
 * What is left out where words stand: of each line one area. The boxes of its letters would show by their heights where signs
 * stand above or below them, and how many syllables there are.
 */
export function passagesOf(boxes: readonly MarkedArea[]): MarkedArea[] {
  const lines: MarkedArea[] = [];
  for (const box of boxes.map(widened)) {
    const line = lines.findIndex((each) => areOnOneLine(each, box));
    const before = lines[line];
    if (before) lines[line] = union(before, box);
    else lines.push(box);
  }
  return lines;
}

/** Whether the lower of the two lies beside the other for more than half of its height. */
function areOnOneLine(one: MarkedArea, other: MarkedArea): boolean {
  const shared = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return shared > Math.min(one.height, other.height) / 2;
}

function widened({ left, top, width, height }: MarkedArea): MarkedArea {
  const [from, above] = [Math.max(0, left - AROUND), Math.max(0, top - AROUND)];
  return { left: from, top: above, width: left + width + AROUND - from, height: top + height + AROUND - above };
}
