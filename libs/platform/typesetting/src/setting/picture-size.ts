import { TypstPdf } from '../text-layer/typst-pdf';
import { templateOf } from './templates';
import { compile } from './typeset';

/** A picture that shall stand in a document. */
export interface Picture {
  readonly kind: 'png' | 'jpeg';
  /** In base64. */
  readonly picture: string;
}

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Sets the picture on a page of its own, in the standard in which letters are kept; only the typesetting child calls it.
 * @throws Error for what the compiler cannot decode or the standard does not allow.
 */
export function pictureSize({ kind, picture }: Picture): PictureSize {
  const template = templateOf('platform/typesetting', 'picture');
  const [size] = TypstPdf.read(compile({ template, data: { kind }, pictures: { picture } })).pictures();
  if (!size) throw new Error('the page bears no picture');
  return size;
}
