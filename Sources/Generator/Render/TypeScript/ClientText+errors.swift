extension ClientText {
    /// Words that `code` of a problem can be; those of a later server may be others.
    static let problemCodes = [
        "authentication_required", "bad_request", "deletion_refused", "expectation_failed",
        "forbidden", "headers_too_large",
        "http_version_not_supported", "illegal_transition", "in_use",
        "internal_error", "invalid_cursor", "invalid_json", "invalid_parameter", "invalid_query",
        "invalid_token",
        "method_not_allowed",
        "not_acceptable", "not_found", "not_implemented", "not_readable", "payload_too_large", "precondition_required",
        "request_timeout", "stale_version", "taken", "unauthorized", "unavailable", "unknown_parameter",
        "unsupported_media_type", "uri_too_long", "validation_failed",
    ]

    /// Words that `code` of an issue can be.
    static let issueCodes = [
        "check_failed", "control_character", "duplicate_item", "given_twice", "illegal_transition", "invalid_country",
        "invalid_date",
        "invalid_duration", "invalid_email", "invalid_language", "invalid_parameter", "invalid_phone", "invalid_slug",
        "invalid_time", "invalid_timestamp", "invalid_timezone", "invalid_url", "invalid_uuid", "invalid_value",
        "missing_field", "not_a_choice", "not_readable", "not_writable", "nul_not_allowed", "null_not_allowed",
        "pattern_mismatch", "taken", "too_few_items", "too_large", "too_long", "too_many_issues", "too_many_items",
        "too_precise", "too_short", "too_small", "unknown_field", "unknown_parameter", "unknown_reference",
        "wrong_type",
    ]

    static func errors(_ declared: [String]) -> String {
        var source = TypeScriptSource()
        let codes = Set(problemCodes + declared).sorted()
        source.doc(["What kind of problem it is. A later server may know further ones."])
        source.union("export type ProblemCode =", codes.map(TypeScriptLiteral.quoted) + ["(string & {})"])
        source.line()
        source.doc(["What is wrong with one value. A later server may know further ones."])
        source.union("export type IssueCode =", issueCodes.map(TypeScriptLiteral.quoted) + ["(string & {})"])
        return source.text + "\n" + errorClass
    }

    private static let errorClass = #"""
        /** One thing that is wrong with a request. */
        export interface Issue {
          /** A JSON pointer into the body: `/display_name`; or the name of a query parameter. */
          readonly pointer: string;
          readonly code: IssueCode;
          /** A sentence for people. */
          readonly message: string;
          /** The bound that was passed, for codes that have one. */
          readonly limit?: number;
        }

        /** An answer that says that the request failed: problem+json (RFC 9457). */
        export class ApiError extends Error {
          override readonly name = "ApiError";
          /** The HTTP status. */
          readonly status: number;
          /** `unexpected_answer` when the answer was none of the API's, but of a proxy for example. */
          readonly code: ProblemCode;
          /** What is particular to this occurrence. */
          readonly detail: string | undefined;
          /** All that is wrong with the request, in the order of its body. */
          readonly issues: readonly Issue[];
          /** By this the operators find the request in their logs. */
          readonly traceId: string | undefined;
          /** Seconds after which trying again makes sense. */
          readonly retryAfter: number | undefined;

          constructor(status: number, problem: Readonly<Record<string, unknown>>, retryAfter?: number) {
            super(text(problem["title"]) ?? `The server answered ${status}.`);
            this.status = status;
            this.code = text(problem["code"]) ?? "unexpected_answer";
            this.detail = text(problem["detail"]);
            this.issues = Array.isArray(problem["errors"]) ? problem["errors"].filter(isIssue) : [];
            this.traceId = text(problem["trace_id"]);
            this.retryAfter = retryAfter;
          }

          /** The issue at a place of the body: `issueAt("/display_name")`. */
          issueAt(pointer: string): Issue | undefined {
            return this.issues.find((issue) => issue.pointer === pointer);
          }

          /** Reads the failure that an answer tells. */
          static async from(response: Response): Promise<ApiError> {
            const problem = object(await response.text());
            return new ApiError(response.status, problem, seconds(response.headers.get("Retry-After")));
          }
        }

        function text(value: unknown): string | undefined {
          return typeof value === "string" ? value : undefined;
        }

        function isIssue(value: unknown): value is Issue {
          if (typeof value !== "object" || value === null) return false;
          const issue: { pointer?: unknown; code?: unknown; message?: unknown } = value;
          return [issue.pointer, issue.code, issue.message].every((part) => typeof part === "string");
        }

        function object(json: string): Readonly<Record<string, unknown>> {
          try {
            const value: unknown = JSON.parse(json);
            return typeof value === "object" && value !== null ? { ...value } : {};
          } catch {
            return {};
          }
        }

        /** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
        function seconds(retryAfter: string | null): number | undefined {
          if (retryAfter === null) return undefined;
          const count = Number(retryAfter);
          if (Number.isFinite(count)) return count;
          const date = Date.parse(retryAfter);
          return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
        }

        """#
}
