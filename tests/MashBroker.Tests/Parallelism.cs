using NUnit.Framework;

// Fixtures beside each other, one per processor: each has its own folders, ports and clock. What captures the console, counts at
// keys that others use or changes the environment is marked NonParallelizable.
[assembly: Parallelizable(ParallelScope.Fixtures)]
