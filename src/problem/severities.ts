export type Severity = 'error' | 'warning' | 'note';

/**
 * Every problem code, with its severity. Codes are permanent: a script may look for one, and
 * `docs/problems/<code>.md` explains each. Sorted by code.
 */
export const severities = {
  'charset-unknown': 'error',
  'date-invalid': 'error',
  'date-unknown': 'note',
  'encoding-unknown': 'error',
  'figure-attribute-unknown': 'warning',
  'file-binary': 'error',
  'file-empty': 'error',
  'file-missing': 'error',
  'file-too-large': 'error',
  'file-unreadable': 'error',
  'folder-loop': 'error',
  'form-unsupported': 'error',
  'front-matter-missing': 'error',
  'gzip-damaged': 'error',
  'id-duplicate': 'error',
  'id-invalid': 'error',
  'id-path-mismatch': 'error',
  'json-field-invalid': 'error',
  'json-invalid': 'error',
  'markdown-html': 'warning',
  'markdown-unsupported': 'warning',
  'not-an-article': 'error',
  'record-field-invalid': 'error',
  'record-field-unknown': 'error',
  'title-supplied': 'note',
  'yaml-invalid': 'error',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof severities;
