/**
 * Linear memory. All that is set up and all that changes during a run lies in it, and no file of this folder has a
 * variable of its own: so a copy of the memory up to `memoryEnd()` is a checkpoint.
 *
 * Memory is handed out once and never taken back: what comes and goes (nodes, entities, berths) is kept in pools.
 */

@unmanaged
class Memory {
  end: usize;
}

const heap = changetype<Memory>(memory.data(offsetof<Memory>(), 8));

/** Where free memory begins. */
export function memoryEnd(): usize {
  if (heap.end == 0) heap.end = __heap_base;
  return heap.end;
}

/** So many bytes, zeroed, at a multiple of 16. */
export function allocate(bytes: usize): usize {
  const at = (memoryEnd() + 15) & ~15;
  heap.end = at + bytes;
  const missing = <i32>((heap.end + 0xffff) >>> 16) - memory.size();
  // A quarter more than is needed: each growth costs the host a system call and its views.
  if (missing > 0 && memory.grow(max(missing, memory.size() >> 2)) < 0)
    assert(memory.grow(missing) >= 0, 'memory can grow');
  memory.fill(at, 0, bytes);
  return at;
}

/** The host has put a copy of memory back, up to here. */
export function setMemoryEnd(end: usize): void {
  heap.end = end;
}
