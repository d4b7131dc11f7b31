import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ESignOffice } from './esign-office';

/** The pages of an eSign service: the person agrees or cancels, and the browser goes back to the office with a form. */
export class ESignSite {
  /** Who identifies himself there. */
  person = '';
  /** Under which number the authority of the service knows him. */
  number: string | undefined;
  private office: ESignOffice | undefined;
  private readonly server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(request.method === 'POST' ? this.page(Buffer.concat(pieces).toString()) : '');
    });
  });

  /** The root of the certificates with which it signs, PEM. */
  get root(): string {
    return this.office?.authority.pem ?? '';
  }

  /** @returns what an office is told, as its environment. */
  async open(): Promise<Record<string, string>> {
    const { aspId, certificatePath } = (this.office = new ESignOffice()).eSign;
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return {
      PATRAVALI_ESIGN_URL: `http://127.0.0.1:${port}/sign`,
      PATRAVALI_ESIGN_ASP_ID: aspId,
      PATRAVALI_ESIGN_CERTIFICATE: certificatePath,
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    this.office?.close();
  }

  private page(body: string): string {
    const fields = [...new URLSearchParams(body)].map(([name, value]) => ({ name, value }));
    const [, address = ''] = /responseUrl="([^"]*)"/.exec(new URLSearchParams(body).get('eSignRequest') ?? '') ?? [];
    const forms = (['agrees', 'declines'] as const).map((consent) => {
      const visit = this.office?.visit({ fields }, { person: this.person, number: this.number, consent });
      const answer = [...new URLSearchParams(visit)];
      const inputs = answer.map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`);
      return `<form method="post" action="${address}">${inputs.join('')}<button>${consent}</button></form>`;
    });
    return `<!doctype html><html lang="en"><title>eSign</title><h1>Stand-in eSign Service</h1>${forms.join('')}</html>`;
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
