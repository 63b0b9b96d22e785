import type { z } from 'zod';
import { toDateProblem } from './date-problem.ts';
import { toProblem, type Place, type Problem } from './problem.ts';

/** Fields whose value is a date: a wrong one gets a problem of its own. */
const dateFields = new Set(['publishedAt', 'eventDate', 'updatedAt', 'capturedAt', 'withdrawnAt']);

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );

const quote = (value: unknown): string => {
  const shown = value === undefined ? '∅' : JSON.stringify(value);
  return shown.length > 80 ? `${shown.slice(0, 77)}…` : shown;
};

/** Why a value was refused, as a key of `src/i18n/<language>/reasons.ts`. */
const reasonOf = (issue: z.core.$ZodIssue, value: unknown): string => {
  if (value === undefined || value === null) return 'missing';
  switch (issue.code) {
    case 'invalid_format':
      return issue.format === 'url' ? 'not-address' : issue.format === 'email' ? 'not-mail' : 'not-form';
    case 'invalid_value':
      return 'unknown-value';
    case 'too_small':
      return value === '' ? 'empty' : 'not-form';
    case 'invalid_type':
    case 'invalid_union':
      return 'wrong-type';
    case 'custom':
      return typeof issue.params?.reason === 'string' ? issue.params.reason : 'not-form';
    default:
      return 'not-form';
  }
};

/**
 * What zod found, as problems with the place of the very value: `date-invalid`, `id-invalid`, `record-field-unknown`,
 * `record-field-invalid`. `placeOf` answers where the value at a path stands, as far as known.
 */
export const toProblems = (
  error: z.ZodError,
  data: unknown,
  placeOf: (path: readonly PropertyKey[]) => Place,
): Problem[] =>
  error.issues.flatMap((issue): Problem[] => {
    const field = issue.path.map(String).join('.');
    const value = valueAt(data, issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        toProblem(
          'record-field-unknown',
          { field: [...issue.path.map(String), key].join('.') },
          placeOf([...issue.path, key]),
        ),
      );
    }
    const place = placeOf(issue.path);
    const name = String(issue.path.at(-1));
    if (dateFields.has(name) && (typeof value === 'string' || typeof value === 'number')) {
      return [toDateProblem(field, value, place)];
    }
    if (field === 'id' && typeof value === 'string') return [toProblem('id-invalid', { id: value }, place)];
    return [
      toProblem(
        'record-field-invalid',
        {
          field,
          value: quote(value),
          reason: reasonOf(issue, value),
          ...(issue.code === 'invalid_value' && { allowed: issue.values.map(String).join(', ') }),
        },
        place,
      ),
    ];
  });
