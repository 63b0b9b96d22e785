export type Severity = 'error' | 'warning' | 'note';

/**
 * Every problem code, with its severity. Codes are permanent: a script may look for one, and
 * `docs/problems/<code>.md` explains each. Sorted by code.
 */
export const severities = {
  'archive-locked': 'error',
  'article-missing': 'error',
  'build-failed': 'error',
  'capture-altered': 'error',
  'capture-missing': 'error',
  'charset-unknown': 'error',
  'content-missing': 'error',
  'content-not-empty': 'error',
  'date-invalid': 'error',
  'date-unknown': 'note',
  'disk-full': 'error',
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
  'id-suffixed': 'note',
  'json-field-invalid': 'error',
  'json-invalid': 'error',
  'markdown-html': 'warning',
  'markdown-unsupported': 'warning',
  'not-an-article': 'error',
  'out-not-site': 'error',
  'path-outside': 'error',
  'port-taken': 'error',
  'record-field-invalid': 'error',
  'record-field-unknown': 'error',
  'site-missing': 'error',
  'source-id-invalid': 'error',
  'source-missing': 'error',
  'source-new': 'note',
  'title-supplied': 'note',
  'version-misplaced': 'warning',
  'write-failed': 'error',
  'yaml-invalid': 'error',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof severities;
