import fc from "fast-check";

/**
 * Property tests draw the same cases on every run, so that a red run tells of the change that it tests.
 * `PROPERTY_SEED=random npm run unit` looks for others, and `PROPERTY_SEED=<number>` repeats one that fast-check named.
 */
const wanted = process.env["PROPERTY_SEED"] ?? "20260101";
if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });
