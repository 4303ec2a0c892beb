// Loaded into every tool we start: when the script that started it was killed, nobody else would end it.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(1), 500).unref();
