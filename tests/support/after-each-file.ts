/** What is to be done after every test file. Vitest runs this file once for each, although the files share their modules. */
import { afterAll } from "vitest";

import { removeTemporaryDirectories } from "./temporary-directory.ts";

afterAll(removeTemporaryDirectories);
