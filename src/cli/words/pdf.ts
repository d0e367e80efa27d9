/** What `npm run pdf -- --help` prints. */
export const usage = `Usage: npm run pdf -- [options]

Print a built report as one document.

Options:
  --dist <folder>  the report (default: "dist")
  --out <file>     where the document is written (default: report.pdf in the report's folder)
  -h, --help       display help for command
`;
