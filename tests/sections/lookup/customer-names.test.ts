import { describe, expect, test } from "vitest";
import { customerNaming } from "../../../src/sections/lookup/customer-names.ts";
import { refusal } from "../../support/refusal.ts";

const salt = "a secret of enough characters";

describe("customerNaming", () => {
  // printf 'jane.doe@example.com' | openssl dgst -sha256 -hmac 'a secret of enough characters'
  // 042a90601050be672bf8f77c5dce2aeb3b88051799c09939a619a784f5f163d6; of C-88449: 9098448ddf23c817…
  test.each([
    ["jane.doe@example.com", "c-042a90601050be67"],
    ["C-88449", "c-9098448ddf23c817"],
  ])("should make of %s the first digits that openssl gives", (identifier, pseudonym) => {
    expect(customerNaming("pseudonymous", salt)(identifier)).toBe(pseudonym);
  });

  test("should give one pseudonym to texts that name one customer, and another under another salt", () => {
    const nameOf = customerNaming("pseudonymous", salt);
    expect(nameOf(" Jane.Doe@Example.com ")).toBe(nameOf("jane.doe@example.com"));
    expect(nameOf("c-88449")).not.toBe(nameOf("C-88449"));
    expect(customerNaming("pseudonymous", `${salt}.`)("C-88449")).not.toBe(nameOf("C-88449"));
    // A line break at the end is how secrets come out of files.
    expect(customerNaming("pseudonymous", `${salt}\n`)("C-88449")).toBe(nameOf("C-88449"));
  });

  test("should leave identifiers as they are where that is asked for, and need no salt", () => {
    expect(customerNaming("full", undefined)("C-88449")).toBe("C-88449");
  });

  test.each([
    [undefined, "there is no REPORT_SALT"],
    ["", "there is no REPORT_SALT"],
    [" ".repeat(20), "there is no REPORT_SALT"],
    ["short", "REPORT_SALT has 5 characters"],
    [`short${" ".repeat(20)}`, "REPORT_SALT has 5 characters"],
  ])("should refuse the salt %j, say what is needed and not repeat it", async (given, words) => {
    const message = await refusal(() => customerNaming("pseudonymous", given));
    expect(message).toContain(words);
    expect(message).toContain("at least 16 characters");
    expect(message).not.toContain("short");
  });
});
