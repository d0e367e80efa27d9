import { openSqlJs } from "../../src/store/sqljs.ts";
import { storeConformance } from "./conformance.ts";

storeConformance("sql.js", openSqlJs);
