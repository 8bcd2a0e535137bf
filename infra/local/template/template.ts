import type { Template } from './assembly.ts';
import { attributeOf, type Location, referenceTo } from './identities.ts';

/** A resource of the template with every intrinsic in it resolved. */
export type Resource = { id: string; type: string; properties: Record<string, unknown> };

type Node = { resource: string; path: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A construct of the template that the local world does not know; the message names the logical id and the path. */
function refusal({ resource, path }: Node, what: string): Error {
  return new Error(`${resource} at ${path || 'Properties'}: ${what}`);
}

/**
 * Resolves the intrinsics of one resource's properties against the account, region and addresses it is deployed to.
 * Known: Ref, Fn::GetAtt, Fn::Join, Fn::Sub, Fn::Select, Fn::Split and the pseudo parameters; anything else is an error.
 */
export function resolveResource(template: Template, location: Location, id: string): Resource {
  const resource = template.Resources[id];
  if (!resource) throw new Error(`The template has no resource ${id}.`);
  if (resource.Condition !== undefined) {
    throw refusal({ resource: id, path: 'Condition' }, 'conditional resources are not known here');
  }
  const properties = resolve(template, location, resource.Properties ?? {}, { resource: id, path: '' });
  return { id, type: resource.Type, properties: isObject(properties) ? properties : {} };
}

/** What the stack tells about itself by name, resolved like properties. */
export function resolveOutputs(template: Template, location: Location): Record<string, string> {
  return Object.fromEntries(
    Object.entries(template.Outputs ?? {}).map(([name, { Value }]) => [
      name,
      String(resolve(template, location, Value, { resource: `Output ${name}`, path: 'Value' })),
    ]),
  );
}

function resolve(template: Template, location: Location, value: unknown, node: Node): unknown {
  const step = (inner: unknown, key: string | number) =>
    resolve(template, location, inner, { ...node, path: node.path === '' ? `${key}` : `${node.path}.${key}` });

  if (Array.isArray(value)) return value.map(step);
  if (!isObject(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0 || !(name === 'Ref' || name.startsWith('Fn::') || name === 'Condition')) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, step(inner, key)]));
  }
  const argument = value[name];
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? ref(template, location, argument, node) : wrongArgument(node, name);
    case 'Fn::GetAtt':
      return getAtt(template, location, argument, node);
    case 'Fn::Join':
      return join(step(argument, name), location, node);
    case 'Fn::Sub':
      return sub(template, location, argument, node);
    case 'Fn::Select':
      return select(step(argument, name), node);
    case 'Fn::Split':
      return split(step(argument, name), node);
    default:
      // A policy's "Condition" block is plain data, not an intrinsic.
      if (name === 'Condition' && isObject(argument)) return { Condition: step(argument, name) };
      throw refusal(node, `the intrinsic ${name} is not known here`);
  }
}

function wrongArgument(node: Node, name: string): never {
  throw refusal(node, `${name} has an argument that is not known here`);
}

function ref(template: Template, location: Location, name: string, node: Node): unknown {
  const pseudo = location.pseudoParameters[name];
  if (pseudo !== undefined) return pseudo;
  const parameter = template.Parameters?.[name];
  if (parameter) {
    if (parameter.Default === undefined) throw refusal(node, `the parameter ${name} has no default`);
    return parameter.Default;
  }
  const target = template.Resources[name];
  if (!target) throw refusal(node, `Ref to ${name}, which the template does not have`);
  return referenceTo(location, name, target) ?? refuseIdentity(node, `Ref to the ${target.Type} ${name}`);
}

function getAtt(template: Template, location: Location, argument: unknown, node: Node): string {
  const [name, attribute] =
    typeof argument === 'string' ? argument.split(/\.(.*)/s) : Array.isArray(argument) ? argument : [];
  if (typeof name !== 'string' || typeof attribute !== 'string') return wrongArgument(node, 'Fn::GetAtt');
  const target = template.Resources[name];
  if (!target) throw refusal(node, `Fn::GetAtt of ${name}, which the template does not have`);
  return attributeOf(location, name, target, attribute) ?? refuseIdentity(node, `Fn::GetAtt ${name}.${attribute}`);
}

function refuseIdentity(node: Node, what: string): never {
  throw refusal(node, `${what} is not known here`);
}

function join(argument: unknown, location: Location, node: Node): string {
  const [separator, parts] = Array.isArray(argument) ? argument : [];
  if (typeof separator !== 'string' || !Array.isArray(parts)) return wrongArgument(node, 'Fn::Join');
  return location.localAddresses(parts.join(separator));
}

function sub(template: Template, location: Location, argument: unknown, node: Node): string {
  if (typeof argument !== 'string') return wrongArgument(node, 'Fn::Sub');
  const text = argument.replace(/\$\{([^!}][^}]*)\}/g, (_, name: string) =>
    String(name.includes('.') ? getAtt(template, location, name, node) : ref(template, location, name, node)),
  );
  return location.localAddresses(text.replaceAll('${!', '${'));
}

function select(argument: unknown, node: Node): unknown {
  const [index, list] = Array.isArray(argument) ? argument : [];
  if (!Array.isArray(list) || !(Number(index) in list)) return wrongArgument(node, 'Fn::Select');
  return list[Number(index)];
}

function split(argument: unknown, node: Node): string[] {
  const [separator, text] = Array.isArray(argument) ? argument : [];
  if (typeof separator !== 'string' || typeof text !== 'string') return wrongArgument(node, 'Fn::Split');
  return text.split(separator);
}
