import { Module } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FlagCorrespondence } from '@patravali/contract';
import { Serves } from '@patravali/operations';
import { OPERATION_ID } from '../requests/operation';
import { controllerOf } from './controller-of';

const ACTOR = { name: { hi: 'वह', en: 'he' } } as Actor;
const given: unknown[][] = [];
const ANSWER = Promise.resolve({ id: 'x', version: 1 });

class FlagLetter {
  @Serves('flagCorrespondence')
  execute(...asked: [actor: Actor, fileId: string, serial: number, body: FlagCorrespondence, ifMatch?: number]) {
    given.push(asked);
    return ANSWER;
  }
}
class CheckLetter {
  @Serves('checkGenuine')
  execute(query: { code: string }) {
    given.push([query]);
    return Promise.reject(new Error('not asked for its answer'));
  }
}
class NotExported {
  @Serves('openFile')
  execute(...asked: [actor: Actor, fileId: string, ifMatch?: number]) {
    given.push(asked);
    return ANSWER;
  }
}

@Module({ providers: [FlagLetter, CheckLetter, NotExported], exports: [FlagLetter, CheckLetter, 'a setting'] })
class LettersModule {}

type Handler = (input: object, ...asking: Actor[]) => unknown;

describe('the controller of an area', () => {
  const controller = controllerOf(LettersModule);
  const instance = new controller() as Record<string, Handler>;
  Object.assign(instance, { FlagLetter: new FlagLetter(), CheckLetter: new CheckLetter() });
  beforeEach(() => (given.length = 0));

  it('bears the name of the area and has a handler for what the module exports, and for nothing else', () => {
    expect(controller.name).toBe('LettersController');
    const handlers = Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');
    expect(handlers.map((name) => [name, Reflect.getMetadata(OPERATION_ID, instance[name] ?? {}) as unknown])).toEqual([
      ['flagCorrespondence', 'flagCorrespondence'],
      ['checkGenuine', 'checkGenuine'],
    ]);
  });

  it('gives who asks, the parameters in the order of the path, the body and the version, and returns the answer', () => {
    // In another order than that of the path.
    const input = { ifMatch: 3, body: { flag: 'पृष्ठ 4' }, params: { serial: 7, fileId: 'f' }, query: undefined };
    expect(instance.flagCorrespondence?.(input, ACTOR)).toBe(ANSWER);
    expect(given).toEqual([[ACTOR, 'f', 7, { flag: 'पृष्ठ 4' }, 3]]);
  });

  it('gives the version also when nobody has said it', () => {
    void instance.flagCorrespondence?.({ params: { serial: 7, fileId: 'f' }, body: { flag: null } }, ACTOR);
    expect(given).toEqual([[ACTOR, 'f', 7, { flag: null }, undefined]]);
  });

  it('gives nobody who asks where anybody may', async () => {
    const asked = instance.checkGenuine?.({ params: {}, query: { code: 'X' } });
    await expect(asked).rejects.toThrow('not asked');
    expect(given).toEqual([[{ code: 'X' }]]);
  });
});
