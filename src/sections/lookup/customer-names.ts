import { createHmac } from "node:crypto";
import type { LookupMode } from "../../config/config.ts";
import { identifierKey } from "../../dataset/clean/text.ts";
import { InputError } from "../../errors.ts";

/** A shorter salt could be tried out. */
const shortestSalt = 16;

/** Hexadecimal digits of a pseudonym: 64 bits, so that a million customers hardly share one. */
const digits = 16;

/**
 * What stands for a customer's identifier in the lookup. A pseudonym is `c-` and the first 16 digits of HMAC-SHA-256
 * (RFC 2104) of the identifier under the salt; texts that name one customer have one. Throws an InputError where the
 * salt is missing or short.
 */
export function customerNaming(mode: LookupMode, salt: string | undefined): (identifier: string) => string {
  if (mode === "full") return (identifier) => identifier;
  // Blanks at either end are an accident of how the variable was set, and no secret.
  const secret = salt?.trim() ?? "";
  if (secret.length < shortestSalt) {
    throw new InputError(
      secret === ""
        ? "privacy.customers is pseudonymous, and there is no REPORT_SALT"
        : `privacy.customers is pseudonymous, and REPORT_SALT has ${secret.length} ${secret.length === 1 ? "character" : "characters"}`,
      `Set the environment variable REPORT_SALT to a secret of at least ${shortestSalt} characters, the same in every build, and keep it: who knows it can find out who is meant.`,
    );
  }
  return (identifier) =>
    `c-${createHmac("sha256", secret).update(identifierKey(identifier)).digest("hex").slice(0, digits)}`;
}
