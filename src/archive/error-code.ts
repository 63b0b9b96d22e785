export { errorCodeOf } from '../problem/error-code.ts';
