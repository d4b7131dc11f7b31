import { randomUUID } from 'node:crypto';

export type Json = Readonly<Record<string, unknown>>;
export interface Made {
  readonly id: string;
  readonly version: number;
  readonly draftVersion: number;
  readonly issueId: string;
  readonly number: string;
}
export interface Named {
  readonly id: string;
  readonly marking: string;
  readonly series: string;
}

/** The older office as its API was: every address stands here as it stood then. */
export class OlderOffice {
  readonly url: string;

  constructor(url: string) {
    this.url = `${url}/api/v1`;
  }

  async signIn(username: string, marking: string): Promise<Desk> {
    const { token, posts } = await this.enter('/session/demo', { username });
    return new Desk(this, token, posts.find((post) => post.marking === marking)?.id ?? '');
  }

  async useLink(token: string, newPassword: string): Promise<{ token: string }> {
    return await this.enter('/session/link', { token, newPassword });
  }

  private async enter(path: string, body: Json): Promise<{ token: string; posts: Named[] }> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const { posts } = (await response.json()) as { posts: Named[] };
    const token = /patravali_session=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? '';
    if (token === '') throw new Error(`${path}: ${response.status}`);
    return { token, posts };
  }
}

/** Somebody at work, from one post. */
export class Desk {
  readonly office: OlderOffice;
  readonly token: string;
  readonly postId: string;

  constructor(office: OlderOffice, token: string, postId: string) {
    this.office = office;
    this.token = token;
    this.postId = postId;
  }

  async ask<Answer = Made>(words: string, body?: Json | Uint8Array<ArrayBuffer>, more: Json = {}): Promise<Answer> {
    const [method = '', path = ''] = words.split(' ');
    const isPdf = body instanceof Uint8Array;
    const response = await fetch(this.office.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'x-acting-post': this.postId,
        'idempotency-key': randomUUID(),
        ...(body && { 'content-type': isPdf ? 'application/pdf' : 'application/json' }),
        ...more,
      },
      ...(body && { body: isPdf ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${words}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }
}

export function structured(text: string): Json {
  return { version: 1, paragraphs: text.split('\n').map((line) => ({ children: [{ type: 'text', text: line }] })) };
}

export const noteOf = (text: string) => ({ text: structured(text), decision: null });
