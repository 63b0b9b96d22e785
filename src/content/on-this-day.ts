/** What the home page asks for: the days of a month by their two digits, each with some of its articles of any year. */
export type DaysToday = Readonly<Record<string, DayToday>>;

export interface DayToday {
  readonly count: number;
  /** Of the month's list. */
  readonly page: number;
  readonly articles: readonly {
    readonly title: string;
    readonly language: string;
    readonly address: string;
    readonly year: string;
    readonly source: string;
  }[];
}

/** The day itself if it is among some days (`0228`, in order), else the next one of the year, or of the year after; null where there is none. */
export const nearestDay = (day: string, days: readonly string[]): string | null =>
  days.find((other) => other >= day) ?? days[0] ?? null;
