import { describe, expect, test } from "vitest";
import { statusMeaning } from "../../src/fields/statuses.ts";

describe("status words", () => {
  test.each([
    ["Shipped - Delivered to Buyer", "sale"],
    ["Shipped - Returned to Seller", "returned"],
    ["Shipped - Returning to Seller", "returned"],
    ["Shipped - Rejected by Buyer", "none"],
    ["Paid - Pending shipment", "sale"],
    ["Awaiting check payment", "none"],
    ["Awaiting confirmation of payment", "none"],
    ["Erreur de paiement", "none"],
    ["Paiement accepté", undefined],
  ])("should be understood: %s is %s", (text, standing) => {
    expect(statusMeaning(text)).toBe(standing);
  });
});
