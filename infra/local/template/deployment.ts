import * as z from 'zod/mini';
import type { Assembly } from './assembly.ts';
import type { Location } from './identities.ts';
import { unfit } from './shape-errors.ts';
import { checkSupport, effectiveProperties, type Ignored, supportedTypes } from './support.ts';
import { type Resource, resolveOutputs, resolveResource } from './template.ts';

/** The template as deployed to this machine: every resource the local world runs, resolved. */
export type Deployment = {
  location: Location;
  assembly: Assembly;
  /** What the stack tells about itself, by name. */
  outputs: Readonly<Record<string, string>>;
  /** What is left out, and why. */
  ignored: readonly Ignored[];
  /** The resources of one type, their properties parsed by the concern that runs them: its shape is strict. */
  all<Shape extends z.core.$ZodType>(
    type: string,
    shape: Shape,
  ): (Omit<Resource, 'properties'> & { properties: z.output<Shape> })[];
};

/** Resolves the whole template. @throws naming logical id and path at the first thing that is not known here. */
export function deploy(assembly: Assembly, location: Location): Deployment {
  const { ignored } = checkSupport(assembly.template);
  const resources = Object.entries(assembly.template.Resources)
    .filter(([, resource]) => supportedTypes[resource.Type] === 'run')
    .map(([id]) => resolveResource(assembly.template, location, id));
  return {
    location,
    assembly,
    outputs: resolveOutputs(assembly.template, location),
    ignored,
    all: (type, shape) =>
      resources
        .filter((resource) => resource.type === type)
        .map((resource) => ({ ...resource, properties: parseProperties(resource, shape) })),
  };
}

function parseProperties<Shape extends z.core.$ZodType>(resource: Resource, shape: Shape): z.output<Shape> {
  const parsed = z.safeParse(shape, effectiveProperties(resource.type, resource.properties));
  if (parsed.success) return parsed.data;
  throw new Error(`${resource.id} (${resource.type}): ${unfit(parsed.error)}`);
}
