/** A record's date as people write it: `04/05/2019`, `05/2019`, `2019`, `03/08`; an instant with its hour, and UTC where it is. */
export const dateForPeople = (date: string): string => {
  const [, year, month, day, time, zone] =
    /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?(?:T(\d{2}:\d{2})[^Z+-]*(Z|[+-].*)?)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const written = [day, month, year === '-' ? undefined : year]
    .filter((part) => part !== undefined)
    .join('/');
  if (time === undefined) return written;
  return `${written}, ${time}${zone === 'Z' ? ' (UTC)' : ''}`;
};
