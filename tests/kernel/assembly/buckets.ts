// The buckets of the kernel by themselves.
export { bucketOf } from '../../../src/kernel/assembly/records';
