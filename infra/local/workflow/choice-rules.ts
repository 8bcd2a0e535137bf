import type { Condition } from './definition-shapes.ts';
import { type Context, compilePath, optionalPath } from './paths.ts';

/** Whether a choice rule holds. @throws StateError when its variable is not there. */
export type Test = (data: unknown, context: Context) => boolean;

type Compare = (value: unknown, wanted: unknown) => boolean;
const isString = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** Compares values of one type; a value of another is neither equal nor less nor greater. */
const among =
  <Type>(isOfType: (value: unknown) => value is Type, compare: (value: Type, wanted: Type) => boolean): Compare =>
  (value, wanted) =>
    isOfType(value) && isOfType(wanted) && compare(value, wanted);
const is =
  (has: (value: unknown) => boolean): Compare =>
  (value, wanted) =>
    has(value) === wanted;

const comparisons: Record<string, Compare> = {
  StringEquals: among(isString, (value, wanted) => value === wanted),
  StringLessThan: among(isString, (value, wanted) => value < wanted),
  StringGreaterThan: among(isString, (value, wanted) => value > wanted),
  StringLessThanEquals: among(isString, (value, wanted) => value <= wanted),
  StringGreaterThanEquals: among(isString, (value, wanted) => value >= wanted),
  NumericEquals: among(isNumber, (value, wanted) => value === wanted),
  NumericLessThan: among(isNumber, (value, wanted) => value < wanted),
  NumericGreaterThan: among(isNumber, (value, wanted) => value > wanted),
  NumericLessThanEquals: among(isNumber, (value, wanted) => value <= wanted),
  NumericGreaterThanEquals: among(isNumber, (value, wanted) => value >= wanted),
  BooleanEquals: among(isBoolean, (value, wanted) => value === wanted),
  IsPresent: is((value) => value !== undefined),
  IsNull: is((value) => value === null),
  IsString: is(isString),
  IsNumeric: is(isNumber),
  IsBoolean: is(isBoolean),
};

/** Compiles what a choice rule tests. @throws for a comparison that is not known here or compares with the wrong type. */
export function compileCondition({ Variable, And, Or, Not, ...comparison }: Condition): Test {
  const [[operator, wanted] = [], another] = Object.entries(comparison);
  const parts = [Variable, And, Or, Not].filter((part) => part !== undefined);
  if (parts.length !== 1 || another || (Variable === undefined) !== (operator === undefined))
    throw new Error('a choice rule is not one comparison of a Variable, And, Or or Not');
  if (Variable !== undefined) return compileComparison(Variable, operator ?? '', wanted);
  const tests = (And ?? Or ?? [Not ?? {}]).map(compileCondition);
  if (And) return (data, context) => tests.every((test) => test(data, context));
  if (Or) return (data, context) => tests.some((test) => test(data, context));
  return (data, context) => !tests.some((test) => test(data, context));
}

function compileComparison(variable: string, operator: string, wanted: unknown): Test {
  const compare = comparisons[operator];
  if (!compare) throw new Error(`the comparison ${operator} is not known here`);
  const type = operator.startsWith('String') ? 'string' : operator.startsWith('Numeric') ? 'number' : 'boolean';
  if (typeof wanted !== type) throw new Error(`${operator} compares with a ${type}`);
  const read = operator === 'IsPresent' ? optionalPath(variable) : compilePath(variable);
  return (data, context) => compare(read(data, context), wanted);
}
