/**
 * @file How threads work together on one run: the leader writes which program to run and counts a
 * generation up; the others notice, run their share, and all meet at the end.
 *
 * Control block, int32: generation, start of the program (0: the thread ends), end of the program,
 * height of tiles.
 */
import { awaitChange, barrier } from './barrier';
import { tileHeight, useTileHeight } from './panel-rows';
import { run } from './run';

/** Thread 0: runs a program with the others; returns when all are done. */
export function lead(
  control: usize,
  program: usize,
  end: usize,
  step: usize,
  scratch: usize,
  threads: i32,
  meeting: usize,
): void {
  announce(control, program, end, threads);
  run(program, end, step, scratch, 0, threads, meeting);
  barrier(meeting, threads);
}

/** Thread 0: lets the others end. */
export function release(control: usize, threads: i32): void {
  announce(control, 0, 0, threads);
}

function announce(control: usize, program: usize, end: usize, threads: i32): void {
  store<usize>(control, program, 4);
  store<usize>(control, end, 8);
  store<i32>(control, tileHeight(), 12);
  atomic.add<i32>(control, 1);
  atomic.notify(control, threads);
}

/** Any other thread: runs its share of every program until it is released. */
export function serve(
  control: usize,
  step: usize,
  scratch: usize,
  thread: i32,
  threads: i32,
  meeting: usize,
): void {
  for (let seen = 0; ; seen++) {
    awaitChange(control, seen);
    const program = load<usize>(control, 4);
    if (program == 0) return;
    useTileHeight(load<i32>(control, 12));
    run(program, load<usize>(control, 8), step, scratch, thread, threads, meeting);
    barrier(meeting, threads);
  }
}
