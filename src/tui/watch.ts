import type { Progress } from '../experiment/index.ts';
import type { Desk } from './desk.ts';

/** Least milliseconds between two frames of progress: faster than eyes follow, slow enough to leave the machine to the runs. */
const gap = 66;

/** Passes on what the desk tells, the first at once, then the newest at most every 66 ms. The returned function ends it. */
export function watch(desk: Desk, show: (progress: Progress | undefined) => void): () => void {
  let newest: { readonly progress: Progress | undefined } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const pass = (): void => {
    timer = undefined;
    if (newest === undefined) return;
    const { progress } = newest;
    newest = undefined;
    timer = setTimeout(pass, gap);
    show(progress);
  };
  const leave = desk.subscribe((progress) => {
    newest = { progress };
    if (timer === undefined) pass();
  });
  return () => {
    leave();
    clearTimeout(timer);
  };
}
