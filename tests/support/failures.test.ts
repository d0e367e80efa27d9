import { expect, test } from "vitest";
import { endToEndFailures, unitFailures } from "./failures.ts";

test("unitFailures should name what failed, and files that could not be loaded", () => {
  const passed = { status: "passed", fullName: "should hold", failureMessages: [] };
  const failed = { status: "failed", fullName: "should count", failureMessages: ["expected 1 to be 2"] };
  expect(
    unitFailures({
      testResults: [
        { name: "tests/a.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
        { name: "tests/b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
        { name: "tests/c.test.ts", status: "passed", message: "", assertionResults: [passed] },
      ],
    }),
  ).toEqual(["tests/a.test.ts: should count\n    expected 1 to be 2", "tests/b.test.ts:     no such module"]);
});

test("endToEndFailures should find specs at any depth, each once", () => {
  const spec = (title: string, ok: boolean) => ({ title, ok, file: "links.spec.ts", line: 3 });
  expect(
    endToEndFailures({
      suites: [
        {
          specs: [spec("leads on", true)],
          suites: [{ specs: [spec("leads back", false), spec("leads back", false)] }],
        },
      ],
    }),
  ).toEqual(["links.spec.ts:3: leads back"]);
});
