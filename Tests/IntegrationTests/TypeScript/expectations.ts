// What the programs that try out generated clients have in common.
import { ApiError } from "./client.js";

declare const process: { env: Record<string, string | undefined>; exitCode: number };
declare const console: { error(...values: unknown[]): void };

/** What does not hold goes to the standard error, and the program ends with 1. */
export function expect(holds: boolean, what: string): void {
  if (holds) return;
  process.exitCode = 1;
  console.error(`not so: ${what}`);
}

/** The error that a call ends with. */
export async function failure(call: Promise<unknown>): Promise<ApiError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("the call has not failed");
}

/** What the test has set in the environment. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
