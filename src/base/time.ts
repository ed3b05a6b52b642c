/** A length of time in minutes. */
export type Minutes = number;

/** An instant: minutes from the start of the scenario; negative before it (vessels already at sea). */
export type SimTime = number;

export const minutesPerHour: Minutes = 60;
export const minutesPerDay: Minutes = 1440;
export const minutesPerWeek: Minutes = 10_080;
