import { Reference, type ReferenceTarget } from '@patravali/contract';

/** A reference that was copied in this office; null when the clipboard holds something else under its name. */
export function copiedReference(element: Element): { to: ReferenceTarget; label: string } | null {
  if (!element.hasAttribute('data-reference')) return null;
  const [to, label] = [element.getAttribute('data-to') ?? '', element.getAttribute('data-label') ?? ''];
  try {
    const read = Reference.safeParse({ type: 'reference', to: JSON.parse(to) as unknown, label });
    return read.success ? { to: read.data.to, label: read.data.label } : null;
  } catch {
    return null;
  }
}
