/** The code of a system error, such as `ENOENT`; null for any other error. */
export const errorCodeOf = (error: unknown): string | null =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
