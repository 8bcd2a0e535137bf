import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { synthesizedTemplate } from './synthesized.ts';

const Resources = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()) })),
});

function resourcesOf(stage: 'dev' | 'prod') {
  const { Resources: all } = Resources.parse(synthesizedTemplate(stage).toJSON());
  return Object.entries(all);
}

describe('two stages in one account', () => {
  /** Of what belongs to a stage already: names of a role's policy, of an API's only stage, of what a metric counts. */
  const withinOthers = ['PolicyName', 'StageName', 'MetricName'];
  const namesIn = (stage: 'dev' | 'prod') =>
    resourcesOf(stage).flatMap(([, { Properties }]) =>
      Object.entries(Properties).flatMap(([property, value]) =>
        /Name$/.test(property) && typeof value === 'string' && !withinOthers.includes(property) ? [value] : [],
      ),
    );

  it('have no name in common', () => {
    const dev = namesIn('dev');
    expect(dev.length).toBeGreaterThan(10);
    expect(namesIn('prod').filter((name) => dev.includes(name))).toEqual([]);
  });

  it('call their APIs by their stacks', () => {
    expect(namesIn('prod')).toContain('ClearingCentre-prod');
  });
});

describe.each(['dev', 'prod'] as const)('everything of %s that can be tagged', (stage) => {
  /** What has no tags in CloudFormation. */
  const untaggable = /Policy$|::Permission$|::Integration$|::Route$|::Subscription$|::EventInvokeConfig$/;

  it('says which service and which stage it belongs to, so that costs can be told apart', () => {
    const tagged = resourcesOf(stage).filter(([, { Type }]) => !untaggable.test(Type));
    const wanted = { service: 'clearing-centre', stage };
    const wrong = tagged.filter(([, { Properties }]) => {
      const found = JSON.stringify(Properties);
      return Object.entries(wanted).some(
        ([Key, Value]) => !found.includes(JSON.stringify({ Key, Value })) && !found.includes(`"${Key}":"${Value}"`),
      );
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
  });
});
