export type Severity = 'error' | 'warning' | 'note';

/**
 * Every problem code, with its severity. Codes are permanent: a script may look for one, and
 * `docs/problems/<code>.md` explains each. Sorted by code.
 */
export const severities = {
  'date-invalid': 'error',
  'figure-attribute-unknown': 'warning',
  'front-matter-missing': 'error',
  'id-duplicate': 'error',
  'id-invalid': 'error',
  'id-path-mismatch': 'error',
  'markdown-html': 'warning',
  'markdown-unsupported': 'warning',
  'record-field-invalid': 'error',
  'record-field-unknown': 'error',
  'yaml-invalid': 'error',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof severities;
