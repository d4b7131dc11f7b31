import { keptText } from '@patravali/contract';
import { Fragment, type Node, type Schema } from '@tiptap/pm/model';
import { findWrittenReferences, type Referable } from './written-reference';

/** Text from Word or a web page as plain paragraphs; its looks stay behind, its references become references. */
export function pastedParagraphs(schema: Schema, plain: string, referable: Referable): Fragment {
  const lines = keptText(plain)
    .split(/\r?\n+/)
    .map((line) => line.replace(/[\t\u00a0 ]+/g, ' ').trim());
  const paragraphs = lines.filter((line, index) => line !== '' || lines.length === 1 || index === 0);
  return Fragment.fromArray(
    paragraphs.flatMap((line) => schema.nodes.paragraph?.create(null, inlines(schema, line, referable)) ?? []),
  );
}

function inlines(schema: Schema, line: string, referable: Referable): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { from, until, to, label } of findWrittenReferences(line, referable)) {
    if (from > at) nodes.push(schema.text(line.slice(at, from)));
    const reference = schema.nodes.reference?.create({ to, label });
    if (reference) nodes.push(reference);
    at = until;
  }
  if (at < line.length) nodes.push(schema.text(line.slice(at)));
  return nodes;
}
