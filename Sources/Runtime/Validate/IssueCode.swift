/// The words that `Issue.code` can be. Clients switch on them, so none is ever renamed.
///
/// | Code | The rule that it stands for | `limit` |
/// |---|---|---|
/// | `missing_field` | a required field is not in the body of a create or a PUT, or a required member is not in a JSON value that is given whole | |
/// | `unknown_field` | the contract has no such field, key or member | |
/// | `not_writable` | the field is there, but this caller may not set it | |
/// | `null_not_allowed` | `null` for a field that must have a value | |
/// | `nul_not_allowed` | text or JSON with U+0000 in it, which Postgres cannot store | |
/// | `wrong_type` | the JSON value has another type than the field; for integers: it has a fraction | |
/// | `too_short` | fewer Unicode code points than the minimum, after trimming and normalising | minimum |
/// | `too_long` | more Unicode code points than the maximum, after trimming and normalising | maximum |
/// | `control_character` | a control character (U+0000…U+001F, U+007F…U+009F); `text` may have line feeds and tabs | |
/// | `pattern_mismatch` | the field's `pattern` does not match | |
/// | `invalid_email` | not `local@domain` (RFC 5321 dot-string and host name with a dot, at most 64 and 254 bytes) | |
/// | `invalid_url` | not an absolute http or https URL (RFC 3986) with a host and without user information, at most 2,048 bytes | |
/// | `invalid_phone` | not E.164: `+` and 7 to 15 digits, the first not zero | |
/// | `invalid_slug` | not lower-case ASCII letters and digits in groups with single hyphens between them | |
/// | `invalid_country` | not an assigned ISO 3166-1 alpha-2 code in capitals | |
/// | `invalid_language` | not the shape of a BCP 47 tag (RFC 5646 section 2.1) | |
/// | `invalid_timezone` | not a name of the IANA time zone database | |
/// | `not_a_choice` | not one of the values that the spec lists | |
/// | `too_small` | a number, date or time below the minimum | minimum, where it is an integer |
/// | `too_large` | a number, date or time above the maximum, or an integer or decimal that does not fit its column | maximum, where it is an integer |
/// | `too_precise` | more digits after the decimal point than the scale | scale |
/// | `invalid_date` | not `YYYY-MM-DD` (RFC 3339 full-date) of a day that exists | |
/// | `invalid_time` | not `HH:MM`, `HH:MM:SS` or `HH:MM:SS.ffffff` | |
/// | `invalid_timestamp` | not an RFC 3339 date-time with an offset, or outside of the years 0…9999 in UTC | |
/// | `invalid_uuid` | not the 36 characters of a UUID | |
/// | `invalid_duration` | not an ISO 8601 duration of weeks, or of days, hours, minutes and seconds, of at most 1,000,000 days | |
/// | `duplicate_item` | an item that stands in a set before | |
/// | `too_few_items` | fewer elements or entries than a list or a map must have | minimum |
/// | `too_many_items` | more elements than a list may have | maximum |
/// | `given_twice` | the body gives the field by its present name and by a former one, or by two former ones | |
/// | `check_failed` | the record's values together break a `check` of the spec, whose message it tells | |
/// | `too_many_issues` | the body has more issues than are listed | issues listed |
package enum IssueCode: String, Sendable, CaseIterable {
    case missingField = "missing_field"
    case unknownField = "unknown_field"
    case notWritable = "not_writable"
    case nullNotAllowed = "null_not_allowed"
    case nulNotAllowed = "nul_not_allowed"
    case wrongType = "wrong_type"
    case tooShort = "too_short"
    case tooLong = "too_long"
    case controlCharacter = "control_character"
    case patternMismatch = "pattern_mismatch"
    case invalidEmail = "invalid_email"
    case invalidURL = "invalid_url"
    case invalidPhone = "invalid_phone"
    case invalidSlug = "invalid_slug"
    case invalidCountry = "invalid_country"
    case invalidLanguage = "invalid_language"
    case invalidTimezone = "invalid_timezone"
    case notAChoice = "not_a_choice"
    case tooSmall = "too_small"
    case tooLarge = "too_large"
    case tooPrecise = "too_precise"
    case invalidDate = "invalid_date"
    case invalidTime = "invalid_time"
    case invalidTimestamp = "invalid_timestamp"
    case invalidUUID = "invalid_uuid"
    case invalidDuration = "invalid_duration"
    case duplicateItem = "duplicate_item"
    case tooFewItems = "too_few_items"
    case tooManyItems = "too_many_items"
    case givenTwice = "given_twice"
    case checkFailed = "check_failed"
    case tooManyIssues = "too_many_issues"
}
