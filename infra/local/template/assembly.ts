import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

const manifestShape = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.optional(
        z.looseObject({ templateFile: z.optional(z.string()), stackName: z.optional(z.string()) }),
      ),
    }),
  ),
});

const templateShape = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.optional(z.record(z.string(), z.unknown())),
      Condition: z.optional(z.string()),
    }),
  ),
  Parameters: z.optional(z.record(z.string(), z.looseObject({ Default: z.optional(z.unknown()) }))),
  Outputs: z.optional(z.record(z.string(), z.looseObject({ Value: z.unknown() }))),
});

const assetsShape = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

export type Template = z.infer<typeof templateShape>;

/** What a synthesized CDK app comes down to: one template, and the folders its code assets lie in. */
export type Assembly = {
  /** What the stack is called in an account. */
  stackName: string;
  template: Template;
  /** The folder behind an `S3Key` of the template; undefined when no asset manifest knows it. */
  assetFolder(s3Key: string): string | undefined;
};

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Reads a cloud assembly. `app.synth()` writes no asset metadata into the template, so bundles are found through `*.assets.json`.
 * @throws when the assembly does not hold exactly one stack.
 */
export function readAssembly(directory: string): Assembly {
  const manifest = manifestShape.parse(readJson(join(directory, 'manifest.json')));
  const stacks = Object.entries(manifest.artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [[id, { properties }] = ['', {}]] = stacks;
  const templateFile = properties?.templateFile;
  if (stacks.length !== 1 || templateFile === undefined) {
    throw new Error(`The local world runs an app of exactly one stack; ${directory} holds ${stacks.length}.`);
  }

  const folders = new Map<string, string>();
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.assets.json'))) {
    const assets = assetsShape.parse(readJson(join(directory, file)));
    for (const [hash, asset] of Object.entries(assets.files)) folders.set(hash, join(directory, asset.source.path));
  }
  return {
    stackName: properties?.stackName ?? id,
    template: templateShape.parse(readJson(join(directory, templateFile))),
    assetFolder: (s3Key) => folders.get(s3Key.replace(/\.[^.]+$/, '')),
  };
}
