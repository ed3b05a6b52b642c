/** A length of time in minutes. */
export type Minutes = number;

/** An instant: minutes from the start of the scenario; negative before it (vessels already at sea). */
export type SimTime = number;

/** An hour. */
export const minutesPerHour: Minutes = 60;

/** A day of 24 hours; zones have fixed offsets, so there is no other. */
export const minutesPerDay: Minutes = 1440;

/** A week of seven days. */
export const minutesPerWeek: Minutes = 10_080;
