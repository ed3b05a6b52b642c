// Loaded before a program (node --import): says on stderr, when it ends, how much memory it had at most, in kilobytes.
process.on('exit', () => console.error(`peak-kilobytes ${process.resourceUsage().maxRSS}`));
