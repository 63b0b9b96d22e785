/** The weeks of a month, from Monday to Sunday; null where the day is another month's. Takes `2022-02`. */
export const monthWeeks = (month: string): (number | null)[][] => {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const blank = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  return Array.from({ length: Math.ceil((blank + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - blank + 1;
      return day < 1 || day > days ? null : day;
    }),
  );
};
