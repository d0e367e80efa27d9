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
    // Japanese and Chinese write no spaces; traditional signs stand for the simplified ones.
    ["発送済", "sale"],
    ["キャンセル確定", "none"],
    ["未発送", "sale"],
    ["入金待ち", "none"],
    ["返品済", "returned"],
    ["已退貨", "returned"],
    ["不成立", "none"],
    ["In attesa di spedizione", "sale"],
    ["In attesa di pagamento", "none"],
    ["Quotation Sent", "none"],
  ])("should be understood: %s is %s", (text, standing) => {
    expect(statusMeaning(text)).toBe(standing);
  });
});
