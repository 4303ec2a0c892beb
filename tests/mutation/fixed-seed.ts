import fc from "fast-check";

/** A law that fails by chance would pass for a test that noticed. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1 });
