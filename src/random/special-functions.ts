import { compiled, igam, igamc, incbet, lbeta, lgam, ndtr } from 'cephes';

// As an ES module cephes compiles its WebAssembly in the background; who imports this room waits here, once.
await compiled;

export { igam, igamc, incbet, lbeta, lgam, ndtr };
