/** What steps come to; `tell` hears what each tells, and leaves them by throwing. */
export function drive<Told, Result>(steps: Generator<Told, Result, void>, tell?: (told: Told) => void): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    tell?.(step.value);
  }
}

/** The same, with `breathe` before each step: others have their turn, and it leaves them by throwing. */
export async function driveBreathing<Told, Result>(
  steps: Generator<Told, Result, void>,
  breathe: () => Promise<void>,
  tell?: (told: Told) => void,
): Promise<Result> {
  for (;;) {
    await breathe();
    const step = steps.next();
    if (step.done === true) return step.value;
    tell?.(step.value);
  }
}
