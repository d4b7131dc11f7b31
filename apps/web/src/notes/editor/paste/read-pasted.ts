import { type Block, keptText, MOST_BLOCKS } from '@patravali/contract';
import { HtmlBlocks } from './html-blocks';
import type { Pasted } from './losses';
import { readPlain } from './plain-blocks';
import { inertDocument } from './inert-document';

/** More markup than a whole book has; of more, only the plain text is taken. */
const MOST_MARKUP = 8_000_000;

/** What lies on the clipboard, as blocks: from its markup if it has any, else from its plain text. */
export function readPasted(html: string, plain: string): Pasted<Block> {
  const read = html.trim() !== '' && html.length <= MOST_MARKUP ? readHtml(html) : null;
  const { blocks, losses } =
    read && read.blocks.length > 0 ? read : { blocks: readPlain(keptText(plain)), losses: new Set(read?.losses) };
  if (blocks.length <= MOST_BLOCKS) return { blocks, losses };
  return { blocks: blocks.slice(0, MOST_BLOCKS), losses: new Set([...losses, 'tooMuch']) };
}

function readHtml(html: string): Pasted<Block> {
  const reader = new HtmlBlocks();
  const blocks = reader.read(inertDocument(html).body);
  return { blocks, losses: reader.losses };
}
