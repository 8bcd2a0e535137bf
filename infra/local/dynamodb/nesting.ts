/**
 * How deep DynamoDB lets lists and maps lie in each other; dynalite takes any depth.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
import * as z from 'zod/mini';
import { AwsFailure } from '../aws/wire.ts';
import { equated, expressions, itemsNamed } from './access.ts';

/** In an item; a value that is only compared may have one more. */
const mostLevels = 32;
const tooDeep = 'Nesting Levels have exceeded supported limits';
const inItem = `${tooDeep}: Attributes in the item have nested levels beyond supported limit`;

/** Checks the items and values of a call. @throws ValidationException in the words of AWS. */
export function checkNesting(operation: string, body: Record<string, unknown>): void {
  if (operation.endsWith('Item')) {
    for (const item of itemsNamed(operation, body).flatMap(({ items = [] }) => items))
      refuseBelow(mostLevels, Object.values(item), inItem);
  }
  const call = expressions.parse(body);
  for (const [name, value] of Object.entries(call.ExpressionAttributeValues ?? {}))
    refuseBelow(mostLevels + 1, [value], `ExpressionAttributeValues contains invalid value: ${inItem} for key ${name}`);
  for (const { path, value } of equated(call.UpdateExpression ?? '', call))
    refuseBelow(mostLevels - path.length + 1, [value], tooDeep);
}

function refuseBelow(levels: number, values: unknown[], message: string): void {
  if (values.some((value) => levelsOf(value) > levels)) throw new AwsFailure('ValidationException', message);
}

const list = z.object({ L: z.array(z.unknown()) });
const map = z.object({ M: z.record(z.string(), z.unknown()) });

/** How many values lie in each other; 1 for one that holds no other. */
function levelsOf(value: unknown): number {
  const asList = list.safeParse(value);
  const asMap = map.safeParse(value);
  const inside = asList.success ? asList.data.L : asMap.success ? Object.values(asMap.data.M) : [];
  return inside.reduce((most: number, one) => Math.max(most, 1 + levelsOf(one)), 1);
}
