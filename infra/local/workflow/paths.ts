/** The paths of the Amazon States Language, compiled at boot. Only paths to one value are known: no wildcards, no filters. */
import type { Path } from './definition-shapes.ts';
import { runtimeError, StateError } from './errors.ts';

/** What paths with `$$.` read from. */
export type Context = {
  Execution: { Id: string; Name: string; Input: unknown; RoleArn: string; StartTime: string };
  StateMachine: { Id: string; Name: string };
  State: { Name: string };
  Task?: { Token: string };
};

/** Reads from a state's data or from the context. @throws StateError. */
export type Read = (data: unknown, context: Context) => unknown;

const known = /^(\$\$?)((?:\.[\w-]+|\[\d+\]|\['[^']+'\])*)$/;
const steps = /\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/g;
const knownContext =
  /^\$\$\.(Execution\.(Id|Name|RoleArn|StartTime|Input(\W.+)?)|StateMachine\.(Id|Name)|State\.Name|Task\.Token)$/;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Compiles a path that may lead nowhere, which then reads undefined. @throws for a path that is not known here. */
export function optionalPath(path: string): Read {
  const keys = keysOf(path);
  if (!path.startsWith('$$')) return (data) => follow(data, keys);
  if (!knownContext.test(path)) throw new Error(`the context path ${path} is not known here`);
  return (_, context) => follow(context, keys);
}

/** Compiles a path; reading what is not there fails the execution. @throws for a path that is not known here. */
export function compilePath(path: string): Read {
  const read = optionalPath(path);
  return (data, context) => {
    const value = read(data, context);
    if (value === undefined) throw runtimeError(`The path ${path} leads nowhere`);
    return value;
  };
}

/** Compiles an InputPath or OutputPath: nothing stands for everything, null for an empty object. */
export function compileFilter(path: Path): Read {
  return path === null ? () => ({}) : compilePath(path ?? '$');
}

/** Compiles Parameters or a ResultSelector: a field whose name ends in `.$` gets what its path leads to. */
export function compileTemplate(template: unknown): Read {
  if (Array.isArray(template)) {
    const parts = template.map(compileTemplate);
    return (data, context) => parts.map((part) => part(data, context));
  }
  if (!isObject(template)) return () => template;
  const fields = Object.entries(template).map(([name, value]) => {
    if (!name.endsWith('.$')) return [name, compileTemplate(value)] as const;
    if (typeof value !== 'string') throw new Error(`the field ${name} is not a path`);
    return [name.slice(0, -2), compilePath(value)] as const;
  });
  return (data, context) => Object.fromEntries(fields.map(([name, read]) => [name, read(data, context)]));
}

/** Compiles a ResultPath: how a result is put into what came in. Null throws the result away. */
export function compileResultPath(path: Path): (input: unknown, result: unknown) => unknown {
  if (path === null) return (input) => input;
  const keys = keysOf(path ?? '$');
  if (path?.startsWith('$$') || path?.includes('[')) throw new Error(`the path ${path} for a result is not known here`);
  return (input, result) => put(input, keys, result);
}

function keysOf(path: string): string[] {
  const [, , rest] = known.exec(path) ?? [];
  if (rest === undefined) throw new Error(`the path ${path} is not known here`);
  return [...rest.matchAll(steps)].map(([, name, index, quoted]) => name ?? index ?? quoted ?? '');
}

function follow(from: unknown, keys: string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    from,
  );
}

function put(into: unknown, [key, ...deeper]: string[], result: unknown): unknown {
  if (key === undefined) return result;
  if (!isObject(into) || Array.isArray(into))
    throw new StateError('States.ResultPathMatchFailure', 'The result cannot be put where its ResultPath leads');
  return { ...into, [key]: put(into[key] ?? {}, deeper, result) };
}
