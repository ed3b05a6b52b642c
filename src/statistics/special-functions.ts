import { compiled, stdtr, stdtri } from 'cephes';

// As an ES module cephes compiles its WebAssembly in the background; who imports this room waits here, once.
await compiled;

export { stdtr, stdtri };
