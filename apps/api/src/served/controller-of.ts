import { Controller, Inject, type ModuleMetadata, type Type } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type OperationEntry, OPERATIONS } from '@patravali/contract';
import { type Serving, servingsOf } from '@patravali/operations';
import { CurrentActor } from '../session/current-actor.decorator';
import { Input } from '../requests/input';
import { routeOf } from '../requests/operation';
import type { InputRead } from '../requests/operation-input.pipe';
import { parameterNames } from '../requests/path-parameters';

/**
 * The controller of an area: a handler for each method that bears `@Serves` in what the area's module exports, as if it were written
 *
 *     @Operation('forwardFile')
 *     forwardFile(@Input() { params, body, ifMatch }: Input<'forwardFile'>, @CurrentActor() actor: Actor) {
 *       return this.ForwardFile.execute(actor, params.fileId, body, ifMatch);
 *     }
 *
 * Guards, interceptors and pipes see a controller like any other. What needs more of HTTP has one that is written by hand.
 */
export function controllerOf(area: Type): Type {
  @Controller()
  class AreaController {}
  Object.defineProperty(AreaController, 'name', { value: area.name.replace(/Module$/, 'Controller') });
  for (const serving of servedBy(area)) addHandler(AreaController.prototype, serving);
  return AreaController;
}

interface ServingOfArea extends Serving {
  readonly command: Type;
}

/** What the classes serve that a module exports, in the order of the contract, in which the API is described too. */
export function servedBy(area: Type): ServingOfArea[] {
  const order = Object.keys(OPERATIONS);
  return exportsOf(area)
    .flatMap((command) => servingsOf(command).map((serving) => ({ ...serving, command })))
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

function exportsOf(area: Type): readonly Type[] {
  const exported: keyof ModuleMetadata = 'exports';
  const all = (Reflect.getMetadata(exported, area) as readonly unknown[] | undefined) ?? [];
  return all.filter((each): each is Type => typeof each === 'function');
}

function addHandler(controller: object, { id, command, method }: ServingOfArea): void {
  const entry: OperationEntry = OPERATIONS[id];
  const handler = { value: handlerOf(command.name, method, entry), configurable: true };
  Object.defineProperty(controller, id, handler);
  Inject(command)(controller, command.name);
  routeOf(id)(controller, id, handler);
  Input()(controller, id, 0);
  if (entry.access !== 'public') CurrentActor()(controller, id, 1);
}

type Served = (...given: readonly unknown[]) => unknown;

function handlerOf<Name extends string, Method extends string>(command: Name, method: Method, entry: OperationEntry) {
  return function (this: Record<Name, Record<Method, Served>>, input: InputRead, ...asking: readonly Actor[]) {
    return this[command][method](...asking, ...argumentsOf(entry, input));
  };
}

/** In the order of `Arguments` in `@patravali/operations`. */
function argumentsOf(entry: OperationEntry, { params, body, query, ifMatch }: InputRead): unknown[] {
  return [
    ...parameterNames(entry.path).map((name) => params[name]),
    ...(entry.body ? [body] : []),
    ...(entry.query ? [query] : []),
    ...(entry.ifMatch ? [ifMatch] : []),
  ];
}
