import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Compiles an entry of AssemblyScript by itself, as the build compiles the kernel; gives the bytes of the module. */
export function kernelBytes(entry: string, flags: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'clearsim-kernel-'));
  try {
    const file = join(folder, 'kernel.wasm');
    execFileSync(process.execPath, ['tools/kernel.mjs', entry, file, ...flags]);
    return new Uint8Array(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The module of such an entry. */
export function compileKernel(entry: string, flags: readonly string[] = []): WebAssembly.Module {
  return new WebAssembly.Module(kernelBytes(entry, flags));
}
