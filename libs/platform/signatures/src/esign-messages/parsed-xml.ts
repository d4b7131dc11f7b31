import { createRequire } from 'node:module';

/** An element of a parsed document, as far as it is read here. */
export interface XmlElement {
  readonly nodeName: string;
  readonly parentNode: unknown;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
  getElementsByTagNameNS(namespace: string, name: string): ArrayLike<XmlElement>;
}

interface XmlLibrary {
  readonly DOMParser: new (options: { errorHandler: (level: string, message: string) => void }) => {
    parseFromString(xml: string, type: 'text/xml'): { readonly documentElement: XmlElement | null } | undefined;
  };
}

/** Not imported: its types would bring those of a browser into everything that the server is made of. */
const { DOMParser } = createRequire(__filename)('@xmldom/xmldom') as XmlLibrary;

/** The root of what is well-formed. @throws Error for all else. */
export function rootOfXml(xml: string): XmlElement | null {
  const errorHandler = (_level: string, message: string) => {
    throw new Error(message);
  };
  return new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml')?.documentElement ?? null;
}
