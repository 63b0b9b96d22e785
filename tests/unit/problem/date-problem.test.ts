import { expect, test } from 'vitest';
import { ofColumn, toDateProblem } from '../../../src/problem/date-problem.ts';
import { describeProblem } from '../../../src/problem/describe-problem.ts';

test.each([
  ['03-09-2012', 'other-date-form', '2012-09-03'],
  ['3/9/2012 08:30', 'other-date-form', '2012-09-03'],
  ['25.12.1998', 'other-date-form', '1998-12-25'],
  ['12/25/1998', 'other-date-form', '1998-12-25'],
  ['2009/2/28', 'other-date-form', '2009-02-28'],
  ['2009-02-28T10:00:00', 'other-date-form', undefined],
  ['hôm qua', 'other-date-form', undefined],
  ['03-09-12', 'other-date-form', undefined],
  ['2009-02-31', 'not-a-day', undefined],
  ['31/02/2009', 'not-a-day', undefined],
  ['2009-13', 'not-a-day', undefined],
])('date-invalid: %s is %s, meant %s', (value, reason, meant) => {
  const { values } = toDateProblem('publishedAt', value);
  expect({ reason: values.reason, meant: values.meant }).toEqual({ reason, meant });
});

test('a date in another form is offered in ours, with the column that it stands in', () => {
  const told = describeProblem(ofColumn(toDateProblem('publishedAt', '03-09-2012'), 'Ngày đăng'), 'vi');
  expect(told.message).toContain(
    '`publishedAt` (lấy từ cột hoặc khóa `Ngày đăng`) ghi "03-09-2012", không đúng dạng',
  );
  expect(told.hint).toContain('2012-09-03');
  const wrong = describeProblem(toDateProblem('publishedAt', '2009-02-31'), 'vi');
  expect(wrong.message).toBe(
    'Trường `publishedAt` ghi "2009-02-31", không phải là một ngày có thật trên lịch.',
  );
});
